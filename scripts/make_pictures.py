"""Draws the pictures of examples/najin that the README shows: `python scripts/make_pictures.py`."""

from pathlib import Path

from waybill.pipeline.stages import build_account, read_reports
from waybill.publish.bounds_picture import bounds_picture
from waybill.publish.retold_picture import retold_picture
from waybill.settings import Settings

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"


def pictures() -> dict[str, str]:
    """Each picture by the name of its file."""
    reading = read_reports([ROOT / "examples" / "najin"], None, Settings(), lambda _: None)
    account = build_account(reading, Settings(), lambda _: None)
    return {"najin-retold.svg": retold_picture(account), "najin-bounds.svg": bounds_picture(account)}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, picture in pictures().items():
        (FOLDER / name).write_text(picture, "utf8")


if __name__ == "__main__":
    main()
