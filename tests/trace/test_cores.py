from waybill.trace.cores import on_all_cores


def test_what_is_shared_out_comes_back_in_order_whatever_the_work() -> None:
    doubled = [2 * n for n in range(20_000)]
    assert on_all_cores(lambda numbers: [doubled[n] for n in numbers], len(doubled)) == doubled


def test_nothing_to_do_gives_nothing() -> None:
    assert on_all_cores(list, 0) == []
