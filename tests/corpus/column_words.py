"""Words of columns that a style chooses: codes, columns of years and days, marks, parts in the work."""

from tests.corpus.chance import Pool
from tests.corpus.closed import column_words as closed

CODE_FORMS = {
    "vi": {
        "roman": Pool(
            third=["{roman}.{within}", "NV{n}"],
            fourth=["{roman}/{within}", "{roman}-{within}"],
            fifth=["{roman}.{within:02}", "NV{n:03}"],
            sixth=["{roman}.NV{within}", "{roman}.1.{within}"],
            seventh=["NV.{roman}.{within}", "{roman}.CV{within}"],
            eighth=["NV{roman}-{within}", "{roman}.CV{within:02}"],
            ninth=["NV {roman}.{within}", "{roman}.{within:03}"],
            tenth=["NV-{roman}.{within}", "{roman}.NV{within:02}"],
            usual=["{roman}.{within}"],
            eleventh=["{roman}.{within}.", "NV.{roman}.{within:02}"],
            twelfth=["{roman}.{within:02}.", "{roman}.{within})"],
            thirteenth=[
                "NV{roman}.{within:02}",
                "NV{roman}.{within}",
            ],
            held_out=closed.CODE_FORMS["vi"]["roman"],
            share=0.25,
        ),
        "": Pool(
            third=["NV{n}", "NV-{n:02}"],
            fourth=["NV.{n:02}", "CV{n}"],
            fifth=["NV{n:02}", "NV-{n}"],
            sixth=["NV {n}", "CV-{n:02}"],
            seventh=["CV.{n:02}", "NV{n:03}-26"],
            eighth=["CV{n:02}", "NV-{n:03}"],
            ninth=["CV {n}", "NV/{n:02}"],
            tenth=["NV_{n:02}", "CV-{n:03}"],
            usual=["NV{n:02}"],
            eleventh=["NV.{n}", "CV.{n}"],
            twelfth=["Nhiệm vụ {n}", "NV{n}.", "NV {n:02}"],
            thirteenth=[
                "N{n:02}",
                "NV số {n}",
                "Việc {n}",
            ],
            held_out=closed.CODE_FORMS["vi"][""],
        ),
    },
    "en": {
        "digit": Pool(
            third=["A{theme}.{within}", "{theme}.1.{within}"],
            fourth=["P{theme}-{within}", "A{n}"],
            fifth=["A{theme}-{within}", "S{theme}.{within}"],
            sixth=["T{theme}.{within}", "{theme}-{within:02}"],
            seventh=["M{theme}.{within}", "AP{theme}-{within:02}"],
            eighth=["AC{theme}.{within}", "PA-{theme}.{within}"],
            ninth=["R{theme}.{within}", "OB{theme}-{within}"],
            tenth=["KA {theme}.{within}", "A{theme}/{within}"],
            usual=["A{theme}.{within}"],
            eleventh=["A.{theme}.{within}", "ACT {theme}.{within}"],
            twelfth=["Action {theme}.{within}", "{theme}.{within:02}", "SO{theme}.A{within}"],
            thirteenth=[
                "{theme}-{within}",
                "AP {theme}.{within}",
                "AP{theme}.{within:02}",
            ],
            held_out=closed.CODE_FORMS["en"]["digit"],
        ),
        "": Pool(
            third=["A{theme}.{within}", "ACT-{n:02}"],
            fourth=["A{n}", "R{n:02}"],
            fifth=["A{n:02}", "A-{n}"],
            sixth=["AP{n:02}", "T{n}"],
            seventh=["M{n:02}", "AC{n:03}"],
            eighth=["ACT{n}", "AP-{n:02}"],
            ninth=["ACT {n:02}", "NA{n}"],
            tenth=["Act. {n}", "A/{n:02}"],
            usual=["A{n}"],
            eleventh=["Action-{n:02}", "AP-{n}"],
            twelfth=["Activity {n}", "ACTION {n:02}", "P{n:02}"],
            thirteenth=[
                "CAP-{n:02}",
                "Item {n}",
                "REF-{n:03}",
            ],
            held_out=closed.CODE_FORMS["en"][""],
        ),
    },
}
"""Later parts' codes with letters or three steps, by the codes of themes.

`n` counts through the plan, `within` through its theme.
"""


TICKED = {
    "vi": Pool(
        sixth=["Thời gian thực hiện", "Lộ trình thực hiện", "Năm thực hiện"],
        seventh=["Kế hoạch triển khai theo năm", "Tiến độ theo năm", "Thời gian triển khai"],
        eighth=["Phân kỳ thực hiện", "Năm triển khai", "Thời gian thực hiện theo năm"],
        ninth=["Lịch thực hiện", "Các năm thực hiện", "Thực hiện trong các năm"],
        tenth=["Tiến độ từng năm", "Thời gian (năm)", "Năm tiến hành"],
        usual=["Thời gian thực hiện"],
        eleventh=["Năm thực hiện nhiệm vụ", "Lộ trình theo các năm"],
        twelfth=[
            "Thời gian triển khai thực hiện",
            "Tiến độ thực hiện theo năm",
            "Kế hoạch thực hiện các năm",
        ],
        thirteenth=[
            "Năm triển khai thực hiện",
            "Phân kỳ theo năm",
            "Lộ trình các năm",
            "Lộ trình (năm)",
        ],
        held_out=closed.TICKED["vi"],
    ),
    "en": Pool(
        sixth=["Timeframe", "Timeline", "Year of implementation", "Implementation period"],
        seventh=["Implementation years", "Schedule by year", "Year of delivery"],
        eighth=["Years of implementation", "Timing by year", "Delivery years"],
        ninth=["Years of delivery", "Calendar", "When it will be done"],
        tenth=["Period of implementation by year", "Work years", "Phasing"],
        usual=["Timeframe", "Timeline"],
        eleventh=["Years", "Implementation timeline (years)"],
        twelfth=["Implementation timeframe", "Implementation schedule", "Time frame (year)"],
        thirteenth=[
            "Year-wise phasing",
            "Phasing by year",
            "Calendar years",
        ],
        held_out=closed.TICKED["en"],
    ),
}
"""What stands over columns of years whose marks say when a task is worked on."""
SPANNED = {
    "vi": Pool(
        seventh=[
            ("Thời gian thực hiện", "Bắt đầu", "Kết thúc"),
            ("Thời gian", "Từ", "Đến"),
            ("", "Thời gian bắt đầu", "Thời gian hoàn thành"),
        ],
        eighth=[
            ("Tiến độ", "Bắt đầu", "Hoàn thành"),
            ("Lộ trình", "Thời điểm bắt đầu", "Thời điểm kết thúc"),
            ("", "Bắt đầu thực hiện", "Kết thúc thực hiện"),
        ],
        ninth=[
            ("Thời hạn", "Khởi đầu", "Hoàn tất"),
            ("Thời gian triển khai", "Từ thời điểm", "Đến thời điểm"),
            ("", "Mốc bắt đầu", "Mốc hoàn thành"),
        ],
        tenth=[
            ("Tiến độ triển khai", "Thời điểm triển khai", "Thời điểm hoàn thành"),
            ("Khung thời gian", "Bắt đầu từ", "Kết thúc vào"),
            ("", "Ngày bắt đầu", "Ngày hoàn thành"),
        ],
        usual=[("Thời gian thực hiện", "Bắt đầu", "Kết thúc")],
        eleventh=[("Thời gian thực hiện", "Từ", "Đến"), ("", "Bắt đầu", "Hoàn thành")],
        twelfth=[
            ("Thời gian", "Bắt đầu", "Hoàn thành"),
            ("Tiến độ thực hiện", "Thời gian bắt đầu", "Thời gian kết thúc"),
            ("", "Ngày bắt đầu", "Ngày kết thúc"),
        ],
        thirteenth=[
            ("Mốc thời gian", "Khởi công/Bắt đầu", "Kết thúc"),
            ("Thời gian triển khai", "Từ", "Đến"),
            ("Kế hoạch thời gian", "Bắt đầu", "Kết thúc"),
        ],
        held_out=closed.SPANNED["vi"],
    ),
    "en": Pool(
        seventh=[
            ("Timeframe", "Start", "End"),
            ("Implementation period", "From", "To"),
            ("", "Start date", "Completion date"),
        ],
        eighth=[
            ("Timeline", "Begin", "Finish"),
            ("Schedule", "From", "Until"),
            ("", "Starting date", "Finishing date"),
        ],
        ninth=[
            ("Duration", "Starts", "Ends"),
            ("Period", "Beginning", "Completion"),
            ("", "Commencement", "Expected end"),
        ],
        tenth=[
            ("Planned period", "Begins", "Is complete"),
            ("Dates", "Started", "To be finished"),
            ("", "Begin date", "Finish date"),
        ],
        usual=[("Timeframe", "Start", "End")],
        eleventh=[("Timeframe", "Start date", "End date"), ("", "Start", "Finish")],
        twelfth=[
            ("Time frame", "Start", "End"),
            ("Implementation timeline", "Start", "Completion"),
            ("", "Start Date", "End Date"),
        ],
        thirteenth=[
            ("Schedule", "From", "To"),
            ("", "Date of commencement", "Date of completion"),
            ("Planned dates", "Start", "Finish"),
        ],
        held_out=closed.SPANNED["en"],
    ),
}
"""What stands over two columns, one for the beginning of the work and one for its end."""
SPAN_FORMS = {
    "vi": Pool(
        seventh=[
            ("month", "{m:02}/{y}"),
            ("month", "Tháng {m}/{y}"),
            ("quarter", "Quý {r}/{y}"),
            ("day", "{d:02}/{m:02}/{y}"),
        ],
        eighth=[
            ("month", "{m}/{y}"),
            ("month", "T{m}/{y}"),
            ("quarter", "Quý {r} năm {y}"),
            ("year", "Năm {y}"),
        ],
        ninth=[
            ("month", "Tháng {m} năm {y}"),
            ("month", "T{m:02}/{y}"),
            ("quarter", "Q{r}/{y}"),
            ("day", "{d}/{m}/{y}"),
        ],
        tenth=[
            ("month", "Tháng {m:02}/{y}"),
            ("quarter", "Quý {q}/{y}"),
            ("day", "{d:02}.{m:02}.{y}"),
            ("month", "Th{m}/{y}"),
        ],
        usual=[("month", "Tháng {m}/{y}"), ("quarter", "Quý {r}/{y}"), ("day", "{d:02}/{m:02}/{y}")],
        eleventh=[("month", "Tháng {m}-{y}"), ("quarter", "Quý {r}/ {y}")],
        twelfth=[("month", "{m:02}-{y}"), ("day", "{d}/{m:02}/{y}"), ("quarter", "Quý {r}, {y}")],
        thirteenth=[
            ("month", "{m}.{y}"),
            ("month", "tháng {m:02} năm {y}"),
            ("day", "ngày {d:02}/{m:02}/{y}"),
        ],
        held_out=closed.SPAN_FORMS["vi"],
        fresh=0.3,
        share=0.2,
    ),
    "en": Pool(
        seventh=[
            ("month", "{name} {y}"),
            ("month", "{abbr} {y}"),
            ("quarter", "Q{q} {y}"),
            ("day", "{d} {name} {y}"),
            ("year", "{y}"),
        ],
        eighth=[
            ("month", "{name}, {y}"),
            ("month", "{abbr}-{y}"),
            ("quarter", "{y} Q{q}"),
            ("day", "{d} {abbr} {y}"),
            ("quarter", "Quarter {q} {y}"),
        ],
        ninth=[
            ("month", "{name}-{y}"),
            ("month", "{m:02}/{y}"),
            ("quarter", "Q{q}/{y}"),
            ("day", "{name} {d}, {y}"),
            ("quarter", "Qtr {q} {y}"),
        ],
        tenth=[
            ("month", "{name} of {y}"),
            ("month", "{m}/{y}"),
            ("quarter", "Q{q}, {y}"),
            ("day", "{d} {abbr}, {y}"),
            ("quarter", "Quarter {q}/{y}"),
        ],
        usual=[("month", "{name} {y}"), ("month", "{abbr} {y}"), ("quarter", "Q{q} {y}")],
        eleventh=[("month", "{m:02}-{y}"), ("day", "{d:02} {abbr} {y}")],
        twelfth=[("month", "{y}-{m:02}"), ("day", "{d:02}/{m:02}/{y}"), ("quarter", "{q}Q {y}")],
        thirteenth=[
            ("day", "{d:02}.{m:02}.{y}"),
            ("quarter", "Quarter {q}, {y}"),
        ],
        held_out=closed.SPAN_FORMS["en"],
        fresh=0.4,
        share=0.2,
    ),
}
TICKS = Pool(
    sixth=["x", "X", "✓", "√", "●"],
    seventh=["✔", "■", "+", "v", "•"],
    eighth=["☑", "◆", "*", "▪", "▲"],
    ninth=["◼", "○", "★", "⬤", "►"],
    tenth=["▶", "◉", "♦", "✱", "☒"],
    usual=["x", "X", "✓", "●"],
    eleventh=["✔️", "(x)"],
    twelfth=["⚫", "🗸"],
    thirteenth=[
        "xx",
    ],
    held_out=closed.TICKS,
    fresh=0.15,
    share=0.05,
)
QUARTERED = {
    "vi": Pool(
        ninth=[
            ("Năm {y}", "Quý {r}"),
            ("Tiến độ năm {y}", "Q.{r}"),
            ("Thời gian thực hiện năm {y}", "Quý {q}"),
        ],
        tenth=[("Lịch năm {y}", "Quý {r}"), ("Các quý trong năm {y}", "{r}"), ("{y}", "Quý {q}")],
        usual=[("Năm {y}", "Quý {r}")],
        eleventh=[("Tiến độ thực hiện năm {y}", "Quý {r}"), ("Năm {y}", "Q{q}")],
        twelfth=[
            ("Thực hiện năm {y}", "Quý {r}"),
            ("Thời gian năm {y}", "Q{r}"),
            ("Kế hoạch năm {y}", "Quý {r}"),
        ],
        thirteenth=[
            ("Tiến độ năm {y}", "Quý {r}"),
            ("Lộ trình năm {y}", "Q.{r}"),
            ("Thời gian thực hiện năm {y}", "Quý {r}"),
        ],
        held_out=closed.QUARTERED["vi"],
    ),
    "en": Pool(
        ninth=[("{y}", "Q{q}"), ("Timing in {y}", "Qtr {q}"), ("Year {y}", "Q{q}")],
        tenth=[("Quarters of {y}", "Q{q}"), ("Calendar year {y}", "Quarter {q}"), ("{y} timing", "Q{q}")],
        usual=[("{y}", "Q{q}")],
        eleventh=[("Timeline {y}", "Q{q}"), ("Implementation {y}", "Q{q}")],
        twelfth=[("Year {y} (by quarter)", "Q{q}"), ("{y} Quarter", "Q{q}"), ("Schedule {y}", "Q{q}")],
        thirteenth=[
            ("Physical targets {y}", "Q{q}"),
            ("Calendar year {y}", "Qtr {q}"),
            ("Milestones {y}", "Q{q}"),
        ],
        held_out=closed.QUARTERED["en"],
    ),
}
"""What stands over the four quarters of a year whose marks say when a task is worked on, and over each."""
ROLES = {
    "vi": Pool(
        ninth=[
            ("Cơ quan thực hiện (dấu * là cơ quan chủ trì)", "{}*", "{}"),
            ("Cơ quan tham gia", "{} (chủ trì)", "{} (phối hợp)"),
            ("Các cơ quan, đơn vị thực hiện", "{} (chủ trì)", "{}"),
            ("Cơ quan thực hiện (CT: chủ trì; PH: phối hợp)", "{} (CT)", "{} (PH)"),
        ],
        tenth=[
            ("Bên thực hiện (chủ trì in kèm dấu *)", "{}*", "{}"),
            ("Phân công cơ quan, đơn vị", "{} (chủ trì)", "{} (phối hợp)"),
            ("Đơn vị thực hiện (CT = chủ trì, PH = phối hợp)", "{} - CT", "{} - PH"),
        ],
        usual=[("Cơ quan tham gia", "{} (chủ trì)", "{} (phối hợp)")],
        eleventh=[
            ("Cơ quan chủ trì (*) và phối hợp", "{} (*)", "{}"),
            ("Cơ quan, đơn vị tham gia thực hiện", "{} (chủ trì)", "{} (phối hợp)"),
        ],
        twelfth=[
            ("Cơ quan, đơn vị thực hiện (cơ quan chủ trì đánh dấu *)", "{}*", "{}"),
            ("Đơn vị chủ trì và các đơn vị phối hợp", "{} (chủ trì)", "{} (phối hợp)"),
            ("Phân công thực hiện (CT: chủ trì, PH: phối hợp)", "{} (CT)", "{} (PH)"),
        ],
        thirteenth=[
            ("Cơ quan, đơn vị tham gia và vai trò", "{} - chủ trì", "{} - phối hợp"),
            ("Đơn vị thực hiện (in * là đơn vị chủ trì)", "{}*", "{}"),
            ("Các đơn vị thực hiện", "{} (đầu mối)", "{} (phối hợp)"),
        ],
        held_out=closed.ROLES["vi"],
    ),
    "en": Pool(
        ninth=[
            ("Responsible agencies (* = lead)", "{}*", "{}"),
            ("Agencies involved", "{} (lead)", "{}"),
            ("Who is responsible", "{} (Lead)", "{} (Support)"),
            ("Institutions (L = lead, S = support)", "{} (L)", "{} (S)"),
        ],
        tenth=[
            ("Organisations (lead marked *)", "{}*", "{}"),
            ("Parties", "{} (lead agency)", "{} (partner)"),
            ("Responsible (L: lead; P: partner)", "{} (L)", "{} (P)"),
        ],
        usual=[("Agencies involved", "{} (lead)", "{}")],
        eleventh=[
            ("Responsible bodies (* denotes lead)", "{}*", "{}"),
            ("Agencies and roles", "{} (Lead)", "{} (Support)"),
        ],
        twelfth=[
            ("Responsible agencies (lead agency marked *)", "{}*", "{}"),
            ("Responsible parties and role", "{} (Lead)", "{} (Support)"),
            ("Agencies", "{} (lead)", "{} (support)"),
        ],
        thirteenth=[
            ("Offices concerned (nodal office marked *)", "{}*", "{}"),
            ("Departments and their role", "{} (nodal)", "{} (associate)"),
            ("Lead and partners in delivery", "{} (lead)", "{} (partner)"),
        ],
        held_out=closed.ROLES["en"],
    ),
}
"""A column whose names each carry their part in the work: its heading, a lead and one that helps."""
