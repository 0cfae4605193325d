"""What an analyst expects of reports in many styles, published on Wednesday 20 March 2024."""

from datetime import date

import pytest

from waybill.model.mention import Mention
from waybill.model.time import Window
from waybill.parse.english import parse
from waybill.resolve.times.find import find_times
from waybill.settings import Settings

PUBLISHED = date(2024, 3, 20)

SNIPPETS = [
    ("recent weeks", "Ports have been busy in recent weeks.", "0124 0306 0306 0320"),
    ("last month", "Deliveries resumed last month, a NATO official said.", "0201 0201 0229 0229"),
    ("earlier this week", "The freighter was photographed earlier this week at the pier.", "0318 0318 0320 0320"),
    (
        "between 28 December and 4 January",
        "Trains crossed between 28 December and 4 January, the report said.",
        "20231228 20231228 0104 0104",
    ),
    (
        "from mid-August through Oct. 14 last year",
        "Flights ran from mid-August through Oct. 14 last year.",
        "20230811 20230820 20231014 20231014",
    ),
    ("September", "Since the summit in September, at least five ships have sailed.", "20230901 20230930 20230901 0320"),
    (
        "the summit",
        "Since the summit, five ships have sailed. The two leaders held their summit on 13 September 2023.",
        "20230913 20230913 20230913 0320",
    ),
    ("1 March", "As of 1 March, Pyongyang had shipped 6,700 containers.", "- - - 0301"),
    ("the past year", "Over the past year Tehran has sent drones.", "20230320 20230320 0320 0320"),
    ("the end of the year", "Moscow will have received them by the end of the year.", "- - - 1231"),
    ("the first half of 2024", "In the first half of 2024 output will double.", "0101 0101 0630 0630"),
    ("the first half of March", "In the first half of March two barges moved.", "0301 0301 0316 0316"),
    ("Overnight", "Overnight, Russian forces launched 30 drones.", "0319 0319 0320 0320"),
    ("the week of 4 March", "Imagery from the week of 4 March shows railcars.", "0304 0304 0310 0310"),
    ("30 April", "The cargo must arrive no later than 30 April.", "- - - 0430"),
    ("the end of September 2023", "All were gone before the end of September 2023.", "- - - 20230929"),
    ("the 1990s", "Arms moved throughout the 1990s.", "19900101 19900101 19991231 19991231"),
    ("the winter of 2022-23", "It was first seen in the winter of 2022-23.", "20221201 20221201 20230228 20230228"),
    ("Q4 2023", "In Q4 2023 exports fell.", "20231001 20231001 20231231 20231231"),
    (
        "the fourth quarter of last year",
        "In the fourth quarter of last year exports fell.",
        "20231001 20231001 20231231 20231231",
    ),
    ("3/14/24", "The manifest is dated 3/14/24.", "0314 0314 0314 0314"),
    ("14/03/24", "The manifest is dated 14/03/24.", "0314 0314 0314 0314"),
    ("7-12 Sept 2023", "The vessel called on 7-12 Sept 2023.", "20230907 20230907 20230912 20230912"),
    ("Sept 7 to Oct 1, 2023", "The vessel was there Sept 7 to Oct 1, 2023.", "20230907 20230907 20231001 20231001"),
    ("2024-02-11", "Departure: 2024-02-11. Arrival: 2024-02-13.", "0211 0211 0211 0211"),
    ("19 October, 2023", "On 19 October, 2023, it docked.", "20231019 20231019 20231019 20231019"),
    ("the 7th of September", "On the 7th of September it docked.", "20230907 20230907 20230907 20230907"),
    ("Tuesday", "The delegation will arrive Tuesday.", "0326 0326 0326 0326"),
    ("Tuesday", "The delegation arrived Tuesday.", "0319 0319 0319 0319"),
    ("Wednesday", "The delegation arrived on Wednesday.", "0320 0320 0320 0320"),
    ("That month", "He visited in November 2023. That month, two trains left.", "20231101 20231101 20231130 20231130"),
    ("the same day", "It left Rason on 3 March 2024 and reached Vostochny the same day.", "0303 0303 0303 0303"),
    ("Two days later", "It left Rason on 3 March 2024. Two days later it unloaded.", "0305 0305 0305 0305"),
    (
        "Shoigu's visit",
        "Shoigu visited Pyongyang in July 2023. Since Shoigu's visit, shipments have grown.",
        "20230701 20230731 20230701 0320",
    ),
    ("April 24", "They will meet on April 24.", "0424 0424 0424 0424"),
    ("April 24", "He said a summit would be held on April 24.", "0424 0424 0424 0424"),
    ("Friday", "He told reporters last week that talks would be held on Friday.", "0322 0322 0322 0322"),
    ("December", "It was shipped in December.", "20231201 20231201 20231231 20231231"),
    ("7 September '23", "It sailed on 7 September '23.", "20230907 20230907 20230907 20230907"),
    ("last Friday", "The ship left last Friday.", "0315 0315 0315 0315"),
    ("Friday last", "The ship left on Friday last.", "0315 0315 0315 0315"),
    ("A fortnight ago", "A fortnight ago the signal vanished.", "0303 0309 0303 0309"),
    ("3 April", "The visit is a fortnight away, on 3 April.", "0403 0403 0403 0403"),
    ("the autumn", "Shipments began in the autumn.", "20230901 20230901 20231130 20231130"),
    ("August", "Shipments began as early as August.", "20230801 20230801 20230831 20230831"),
    (
        "Between late 2022 and early 2024",
        "Between late 2022 and early 2024 Iran sent 4,000 drones.",
        "20220901 20221231 0101 0430",
    ),
    ("the last 48 hours", "Within the last 48 hours two ships berthed.", "0318 0318 0320 0320"),
    ("January 12", "Month-on-month figures: January 12, February 15.", "0112 0112 0112 0112"),
    ("the last two years", "In the last two years, 12,000 rounds were found.", "20220320 20220320 0320 0320"),
    ("the last several months", "Over the last several months it has sent more.", "20230720 0120 0120 0320"),
    (
        "February 2022",
        "In the months since the invasion of February 2022 it has bought shells.",
        "20220201 20220228 20220201 0320",
    ),
    ("August 2023", "Deliveries since August 2023 total 9,000 containers.", "20230801 20230831 20230801 0320"),
    ("Yesterday", "MR. KIRBY: Good afternoon. Yesterday we released imagery.", "0319 0319 0319 0319"),
    ("15 January", "On 15 January, three ships; on 20, two more.", "0115 0115 0115 0115"),
    ("the weekend", "Talks will run through the weekend.", "- - 0323 0324"),
    ("the early hours of 9 March", "The consignment was delivered in the early hours of 9 March.", "0309 0309 0309 0309"),
    ("the night of 8-9 March", "On the night of 8-9 March, planes landed.", "0308 0308 0309 0309"),
    ("the night of March 8 to 9", "On the night of March 8 to 9, planes landed.", "0308 0308 0309 0309"),
    ("From January to June 2023", "From January to June 2023, 13 trains passed.", "20230101 20230131 20230601 20230630"),
    ("January-June 2023", "In the period January-June 2023, 13 trains passed.", "20230101 20230131 20230601 20230630"),
    ("early August", "Since early August, at least five.", "20230801 20230810 20230801 0320"),
    ("early to mid-September", "In early to mid-September, it loaded.", "20230901 20230901 20230920 20230920"),
    ("late September", "In late September and early October the yard filled.", "20230921 20230921 20230930 20230930"),
    ("the last ten days", "Some time in the last ten days it left.", "0310 0310 0320 0320"),
    ("12th March 2024", "On 12th March 2024 the Hon'ble Minister stated so.", "0312 0312 0312 0312"),
    ("March 12th", "On March 12th the yard was empty.", "0312 0312 0312 0312"),
    ("2023/12/26", "It was seen 2023/12/26 by satellite.", "20231226 20231226 20231226 20231226"),
    ("26-Dec-2023", "It was seen 26-Dec-2023 by satellite.", "20231226 20231226 20231226 20231226"),
    ("Dec. 26-Jan. 3", "It was seen Dec. 26-Jan. 3 by satellite.", "20231226 20231226 0103 0103"),
    ("2027", "The contract runs until 2027.", "- - 20270101 20271231"),
    ("later this year", "It will be ready later this year.", "0320 0320 1231 1231"),
    ("the 12th", "The last shipment was seen on the 12th.", "0312 0312 0312 0312"),
    ("the 12th of this month", "On the 12th of this month a train left.", "0312 0312 0312 0312"),
    ("September of last year", "Kim met Putin in September of last year.", "20230901 20230901 20230930 20230930"),
    ("six months ago", "Kim met Putin six months ago.", "20230901 20230901 20230930 20230930"),
    (
        "the following January",
        "The ship, which left in November 2022, returned in the following January.",
        "20230101 20230101 20230131 20230131",
    ),
    ("the next month", "The ship left in November 2022 and returned the next month.", "20221201 20221201 20221231 20221231"),
    ("Tuesday", "Earlier on Tuesday the ministry denied it.", "0319 0319 0319 0319"),
    ("Last night", "Last night's raid hit the depot.", "0319 0319 0320 0320"),
    (
        "from the 7th to the 12th of September 2023",
        "Five ships called from the 7th to the 12th of September 2023.",
        "20230907 20230907 20230912 20230912",
    ),
    ("January 3, 9 and 14", "Trains left on January 3, 9 and 14.", "0103 0103 0114 0114"),
    ("7 and 9 February", "Sailings on both 7 and 9 February were seen.", "0207 0207 0209 0209"),
    (
        "From last August until this January",
        "From last August until this January nothing moved.",
        "20230801 20230831 0101 0131",
    ),
    ("August", "It has continued ever since August.", "20230801 20230831 20230801 0320"),
    ("Friday, 15 March 2024", "He spoke on Friday, 15 March 2024.", "0315 0315 0315 0315"),
    ("Tuesday 12th March", "The cargo left Tuesday 12th March.", "0312 0312 0312 0312"),
    ("2023", "In 2023 alone 1.5 million shells arrived.", "20230101 20230101 20231231 20231231"),
    ("2022", "In 2022 and 2023 it sold none.", "20220101 20220101 20221231 20221231"),
    ("2023", "2023 saw record exports.", "20230101 20230101 20231231 20231231"),
    ("September 2023", "A September 2023 deal covered it.", "20230901 20230901 20230930 20230930"),
    ("late-February", "The late-February convoy got through.", "0221 0221 0229 0229"),
    ("٧ September ٢٠٢٣", "Dates in Arabic figures: ٧ September ٢٠٢٣.", "20230907 20230907 20230907 20230907"),
    (
        "7 September ２０２３",
        "Full width: ２０２３年 and 7 September ２０２３ are given.",
        "20230907 20230907 20230907 20230907",
    ),
    ("May", "The next convoy is expected in May.", "0501 0501 0531 0531"),
    ("March 25", "The talks were scheduled to begin on March 25.", "0325 0325 0325 0325"),
    ("July", "Officials plan to deliver 12 jets by July.", "- - - 0731"),
    ("July 2023", "Officials planned to deliver 12 jets by July 2023.", "- - - 20230731"),
    ("Monday", "A decision is due Monday.", "0325 0325 0325 0325"),
    ("Monday", "Monday's strike killed two.", "0318 0318 0318 0318"),
    ("Next Monday", "Next Monday's session will decide.", "0325 0325 0325 0325"),
    ("This Saturday", "This Saturday, the fleet sails.", "0323 0323 0323 0323"),
    ("June 1", "The sanctions take effect on June 1.", "0601 0601 0601 0601"),
    ("between January and mid-March", "No shipments were seen between January and mid-March.", "0101 0131 0311 0320"),
    ("October", "For three weeks in October, ships called.", "20231001 20231001 20231031 20231031"),
    ("two days before 7 September 2023", "It came two days before 7 September 2023.", "20230905 20230905 20230905 20230905"),
    (
        "the night of 19 March",
        "The Ukrainian air force said that on the night of 19 March it downed 14 drones.",
        "0319 0319 0319 0319",
    ),
    ("this past weekend", "Kirby: I would tell you that just this past weekend we saw another vessel.", "0316 0316 0317 0317"),
    ("FY 2022-23", "In FY 2022-23, exports touched Rs 16,000 crore.", "20220101 20220101 20231231 20231231"),
    ("the 26th", "ROK defence officials briefed lawmakers on the 26th.", "0226 0226 0226 0226"),
    ("the 26th", "The ship will depart on the 26th.", "0326 0326 0326 0326"),
    ("the start of this year", "Since the start of this year, at least 10 transfers.", "0101 0229 0101 0320"),
    (
        "24 February 2022",
        "It has been more than two years since Russia's full-scale invasion on 24 February 2022.",
        "20220224 20220224 20220224 0320",
    ),
    (
        "Between September 2023 and the end of January 2024",
        "Between September 2023 and the end of January 2024, 30 voyages were logged.",
        "20230901 20230930 0126 0131",
    ),
    ("From 2016 to 2020", "From 2016 to 2020, it was the largest importer.", "20160101 20161231 20200101 20201231"),
    ("2016–20", "In 2016–20 and 2021–25 it fell.", "20160101 20160101 20201231 20201231"),
    ("2019-23", "Imports in the 2019-23 period doubled.", "20190101 20190101 20231231 20231231"),
    ("18 or 19 November", "The first delivery was on 18 or 19 November.", "20231118 20231118 20231119 20231119"),
    ("Ten days ago", "Ten days ago, the Angara left.", "0310 0310 0310 0310"),
    ("early Tuesday", "Late on Monday, the freighter docked; early Tuesday it left.", "0319 0319 0319 0319"),
    ("Mon 18 Mar", "On Mon 18 Mar the freighter docked.", "0318 0318 0318 0318"),
    ("Monday 18th March", "On Monday 18th March at 14:30 the freighter docked.", "0318 0318 0318 0318"),
    ("29 Feb 2024", "The photo, taken 29 Feb 2024, shows crates.", "0229 0229 0229 0229"),
    (
        "from November to early December 2022",
        "It ran from November to early December 2022.",
        "20221101 20221130 20221201 20221210",
    ),
    ("from 30 December 2022 to 2 January", "It ran from 30 December 2022 to 2 January.", "20221230 20221230 20230102 20230102"),
    ("this April", "The deal was inked last August and deliveries start this April.", "0401 0401 0430 0430"),
    ("last week", "Sources said deliveries had begun as recently as last week.", "0311 0311 0317 0317"),
    ("May 2023", "Nothing was delivered until after the May 2023 visit.", "20230601 0320 20230601 0320"),
    ("the last month", "Over the last month flights rose.", "0220 0220 0320 0320"),
    ("the past week", "In the past week flights rose.", "0313 0313 0320 0320"),
    ("the past 24 hours", "In the past 24 hours it fired 20.", "0319 0319 0320 0320"),
    ("2017", "The last time was in 2017.", "20170101 20170101 20171231 20171231"),
    ("years", "For years Tehran denied it.", "- - - -"),
    (
        "the following day",
        "On 3rd of May, 2023 they met; the following day, he flew home.",
        "20230504 20230504 20230504 20230504",
    ),
    (
        "Earlier that month",
        "They met on 3 May 2023. Earlier that month, a ship had left.",
        "20230501 20230501 20230531 20230531",
    ),
    ("Later that year", "They met on 3 May 2023. Later that year a ship left.", "20230101 20230101 20231231 20231231"),
    ("A week later", "They met on 3 May 2023. A week later, a ship left.", "20230507 20230513 20230507 20230513"),
    (
        "Three months earlier",
        "They met on 3 May 2023. Three months earlier, a ship left.",
        "20230201 20230201 20230228 20230228",
    ),
    ("Oct. 18", "The sanctions expired on Oct. 18.", "20231018 20231018 20231018 20231018"),
    ("October", "The embargo will expire in October.", "1001 1001 1031 1031"),
    ("Oct. 18", "The embargo is set to expire on Oct. 18.", "1018 1018 1018 1018"),
    ("May", "He is scheduled to visit in May.", "0501 0501 0531 0531"),
    ("from Feb. 12 through March 3", "Satellite pictures from Feb. 12 through March 3 show 12 trains.", "0212 0212 0303 0303"),
    (
        "August 31",
        "Satellite pictures dated August 31, September 5 and September 19, 2023.",
        "20230831 20230831 20230831 20230831",
    ),
    ("Sept. 12-Oct. 2", "The vessel (Sept. 12-Oct. 2) was dark.", "20230912 20230912 20231002 20231002"),
    ("H2 2023", "Deliveries: Q1 2023: 12; Q2: 14; H2 2023: 30.", "20230701 20230701 20231231 20231231"),
    ("'98", "The talks, first held in 1990's and again in '98, failed.", "19980101 19980101 19981231 19981231"),
    ("14 Jan 24", "MV Maria, 14 Jan 24, berth 2.", "0114 0114 0114 0114"),
    ("Sunday", "Sunday's launch was the third since Jan. 14.", "0317 0317 0317 0317"),
    ("Thursday", "Authorities on Monday seized, on Tuesday inspected and on Thursday released it.", "0314 0314 0314 0314"),
    (
        "a week after Lavrov's trip",
        "The visit comes a week after Lavrov's trip. Lavrov travelled to Pyongyang on 18 October 2023.",
        "20231022 20231028 20231022 20231028",
    ),
    ("Thursday", "President Xi arrives Thursday for a visit that ends Friday.", "0321 0321 0321 0321"),
    (
        "autumn of 1990",
        "In what was then the USSR, in the summer and autumn of 1990, they met.",
        "19900901 19900901 19901130 19901130",
    ),
    (
        "18 November",
        "It did so on at least three occasions in 2022, on 11 November 2022, 18 November, and 2 December.",
        "20221118 20221118 20221118 20221118",
    ),
    ("Friday", "Kyiv's forces will be resupplied by Friday, he said Tuesday.", "- - - 0322"),
    ("the end of March", "He said Tuesday the shells would arrive by the end of March.", "- - - 0331"),
    ("February", "The ministry denied on 5 March that any had been sent in February.", "0201 0201 0229 0229"),
    ("June", "A second batch, due in June, is being assembled.", "0601 0601 0630 0630"),
    ("January", "Production was to begin in January.", "0101 0101 0131 0131"),
    ("2 March", "The ship had been scheduled to sail on 2 March but stayed.", "0302 0302 0302 0302"),
    ("May", "Pyongyang announced plans for a launch in May.", "0501 0501 0531 0531"),
    ("March", "Deliveries ended by March.", "- - - 0331"),
    ("Between 2014 and 2022", "Between 2014 and 2022 Moscow sold them tanks.", "20140101 20141231 20220101 20221231"),
    ("August 26 last year", "The first of the flights was on August 26 last year.", "20230826 20230826 20230826 20230826"),
    ("the second half of this year", "It is expected to be delivered in the second half of this year.", "0701 0701 1231 1231"),
    ("the third quarter of 2025", "Delivery is planned for the third quarter of 2025.", "20250701 20250701 20250930 20250930"),
    ("the end of last year", "As of the end of last year, 1 million had gone.", "- - - 20231231"),
    ("20 March", "Up to 20 March, none had come.", "- - 0320 0320"),
    ("3 January 2024", "On or about 3 January 2024 the vessel entered Najin.", "0103 0103 0103 0103"),
    ("3 January 2024", "On or before 3 January 2024 the vessel entered Najin.", "- - - 0103"),
    (
        "Six weeks after the summit",
        "Six weeks after the summit, the trains began. The summit took place on 13 September 2023.",
        "20231022 20231028 20231022 20231028",
    ),
    (
        "Lavrov's trip",
        "Since Lavrov's trip, trade rose. Lavrov travelled there on 18 October 2023; Putin travelled there on 1 November.",
        "20231018 20231018 20231018 0320",
    ),
    ("last Thursday", "THE PRESIDENT: Look, last Thursday I said we'd act, and on Saturday we did.", "0314 0314 0314 0314"),
    ("this month", "Q: Can you say if this happened this month or last?", "0301 0301 0320 0320"),
    (
        "2 March 2016",
        "The resolution was adopted unanimously on 2 March 2016, in its 7638th meeting.",
        "20160302 20160302 20160302 20160302",
    ),
    ("2016", "Under resolution 2270 (2016), adopted in March 2016, this is banned.", "20160101 20160101 20161231 20161231"),
    (
        "24 February 2022",
        "Nearly two years after the invasion began on 24 February 2022, it buys abroad.",
        "20220224 20220224 20220224 20220224",
    ),
    ("the day after tomorrow", "He arrived the day before yesterday and leaves the day after tomorrow.", "0322 0322 0322 0322"),
    ("next month", "Starting next month, ten trains a week will run.", "0401 0430 0401 -"),
    ("2023", "Throughout 2023 and into 2024, planes flew.", "20230101 20230101 20231231 20231231"),
]
"""The words, a text, and the four dates as month and day, with the year where it is not 2024."""

OPEN = [
    ("03/04/2024", "The manifest is dated 03/04/2024.", PUBLISHED, "day or month first"),
    ("Feb. 29, 2023", "The ship left on Feb. 29, 2023.", PUBLISHED, "no such day"),
    ("31 February", "It sailed on 31 February.", PUBLISHED, "no such day"),
    ("yesterday", "It left yesterday.", None, "published date"),
    ("March", "It left in March.", None, "year"),
    ("7 September", "It left on 7 September.", None, "year"),
    ("recent weeks", "It left in recent weeks.", None, "published date"),
    ("March", "The document, adopted in 2023, says it left in March.", None, "year"),
    ("Two days later", "Two days later it left.", None, "reference time"),
    (
        "the attack",
        "Since the attack, trade rose. Rebels attacked on 3 January 2024 and attacked again on 5 January 2024.",
        PUBLISHED,
        "event: the text dates more than one",
    ),
    ("the invasion", "Since the invasion, the plant has run three shifts.", PUBLISHED, "event: the text gives it no date"),
]


def days(window: Window) -> str:
    edges = (window.start_earliest, window.start_latest, window.end_earliest, window.end_latest)
    return " ".join("-" if d is None else d.strftime("%m%d" if d.year == 2024 else "%Y%m%d") for d in edges)


@pytest.fixture(scope="module")
def found() -> dict[str, tuple[Mention, ...]]:
    texts = [text for _, text, _ in SNIPPETS]
    return {text: find_times(parsed, PUBLISHED) for text, parsed in zip(texts, parse(texts, Settings()), strict=True)}


@pytest.mark.parametrize(("words", "text", "dates"), SNIPPETS)
def test_a_time_has_the_window_an_analyst_gives_it(
    words: str, text: str, dates: str, found: dict[str, tuple[Mention, ...]]
) -> None:
    (mention,) = (m for m in found[text] if m.text == words)
    assert isinstance(mention.value, Window)
    assert mention.unresolved is None
    assert days(mention.value) == dates


@pytest.mark.parametrize(("words", "text", "published", "reason"), OPEN)
def test_what_the_words_leave_open_says_why(words: str, text: str, published: date | None, reason: str) -> None:
    (parsed,) = parse([text], Settings())
    (mention,) = (m for m in find_times(parsed, published) if m.text == words)
    assert mention.unresolved == reason
    assert isinstance(mention.value, Window)
    assert days(mention.value) == "- - - -"
