# The theme's words in English: everything on a page that does not come from its content.

# What the program writes itself
alert_note = Note
alert_tip = Tip
alert_important = Important
alert_warning = Warning
alert_caution = Caution
banner = Alerts
banner_emergency = Emergency
banner_warning = Warning
banner_notice = Notice
banner_details = Details
banner_call = Call
in_turkish = in Turkish
heading_link = Link to this section
footnotes = Footnotes
footnote = Footnote
footnote_back = Back to the text, footnote
inserted = added:
deleted = removed:
task_done = Done
task_open = Not done
table = Table
show_numbers = The numbers as a table
about_figure = Method and source
method = Method
period = Period
records = Number of records
disclosure = Confidentiality rule
source_files = Source files
signs = Signs in the table
download_data = Download the data
synthetic_badge = sample data

# What the program puts on a page
language_name = English
date_long = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
date_short = { $day }/{ $month }/{ $year }
number_group = ,
number_decimal = .
own_text = The text of this page
text_source = Text
duty_map = Map of duties
by_unit = By unit
by_kind = By kind
by_tag = Tags
by_year = By year
search_summary = Search the pages of this site: services, announcements, decisions, tenders and statistics.
a_to_z_title = Index from A to Z
footer_title = About the municipality
address = Address
phone = Telephone
email = E-mail

# Which registers pages draw on
service_note = Service register
directory_note = Telephone directory

# Pages of services
service_sample = Sample: this service only shows how such a page looks; the municipality has not confirmed what it says.
service_who = Who can apply?
service_papers = What you need
service_fee = Fee
service_time = How long it takes
service_channels = Where and how to apply
service_basis = Legal basis
service_appeals = If you get no result
service_unknown = Not entered for this service yet: { $which }. Ask the responsible unit.
service_unknown_who = who can apply
service_unknown_papers = the documents needed
service_unknown_fee = the fee
service_unknown_time = how long it takes
service_unknown_channels = the ways to apply
service_unknown_basis = the legal basis
service_unknown_appeals = the points of appeal
service_no_papers = No documents are asked for.
service_free = Free of charge.
service_tariff = You pay the amount in the list of fees that the municipal council sets for the year.
service_at_once = It is done at once.
service_varies = It depends on the case.
service_at_most = { $time } at the latest.
service_unit = Responsible unit: { $unit }.
service_complain = If you are asked for other documents than these, or if your documents are complete and it is not done in time, turn to the first point of appeal, then to the second.
service_first = First point of appeal
service_second = Second point of appeal
fax = Fax
channel_in_person = At the municipality, in person
channel_petition = By petition
channel_post = By post
channel_phone = By telephone
channel_email = By e-mail
channel_kep = By registered e-mail (KEP)
channel_web = Online
channel_e_devlet = On the e-Government Gateway (e-Devlet)
channel_cimer = Through the Presidency’s communication centre (CİMER)
channel_desk = Through the public desk (Halk Masası)
time_second = { $n } { $n ->
    [one] second
   *[other] seconds
}
time_minute = { $n } { $n ->
    [one] minute
   *[other] minutes
}
time_hour = { $n } { $n ->
    [one] hour
   *[other] hours
}
time_day = { $n } { $n ->
    [one] day
   *[other] days
}
time_working_day = { $n } { $n ->
    [one] working day
   *[other] working days
}
time_week = { $n } { $n ->
    [one] week
   *[other] weeks
}
time_month = { $n } { $n ->
    [one] month
   *[other] months
}
time_year = { $n } { $n ->
    [one] year
   *[other] years
}

# Telephone directory
directory_matter = What for?
directory_office = Who answers?
directory_ways = How to reach them
directory_extension = { "" }, extension { $number }
sample_in_brackets = { "" } (sample)

# Pages of events
event_day = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}, { $date }
event_hour = { $hour }:{ $minute }
event_postponed = Postponed
event_cancelled = Cancelled

# Release calendar
release_correction = Corrected on { $date }:
release_before = Earlier edition
release_late = This release was due on { $planned } and came out on { $moved }. Reason:
release_next = Next release: { $period }, { $date }.
release_calendar = Release calendar
release_no_corrections = Corrections: none so far.
release_corrections = Corrections:
release_old = This release was corrected on { $date } and is no longer valid. Reason:
release_new = Corrected release
release_old_files = The files as they were published before the correction:
release_old_title = { $title } (before the correction)
release_coming = Coming releases
release_past = Past releases
release_none = There are none.
release_day = Day
release_what = Release
release_period = Period
release_state = State
release_postponed = Postponed
release_waited = Expected
release_overdue = Overdue
release_out_late = Published late
release_out = Published
release_came = Its day has come
release_announced = { "" }; announced for { $date }
release_reason = { "" }. Reason: { $reason }
release_corrected = { "" }. Corrected on { $date }: { $reason }
month_year = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }

# Map of the site
map_loose = Single pages and lists
map_pages = { "" } ({ $number } pages)
map_more = { $title }: { $number } more pages

# Kinds of pages
kind_duyuru = Announcement
kind_kesinti = Outage
kind_aski = Public notice
kind_vefat = Death notice
kind_rehber = City guide
kind_haber = News
kind_etkinlik = Event
kind_hizmet = Service
kind_mahalle = Neighbourhood
kind_kurumsal = About the municipality
kind_mudurluk = Directorate
kind_mevzuat = Legislation
kind_meclis = Municipal council
kind_meclis-gundemi = Council agenda
kind_meclis-karari = Council decision
kind_komisyon-raporu = Commission report
kind_ihale = Tender
kind_istatistik = Statistics
kind_rapor = Report
kind_acik-veri = Open data
kind_bilgi-edinme = Right to information
kind_kvkk = Protection of personal data
kind_erisilebilirlik = Accessibility
kind_iletisim = Contact
kind_el-kitabi = Handbook

# What the templates write
skip_link = Skip to content
languages = Languages
main_menu = Main menu
menu = Menu
breadcrumb = You are here
home = Home
contents = On this page
tasks = Most people come for
find = Find what you need
published = Published
updated = Last updated
unit = Responsible unit
source = Source
tags = Tags
about_page = About this page
downloads = Download this report
downloads_text = Download this text
add_to_calendar = Add to your calendar
event_when = When
event_place = Place
event_fee = Fee
event_accessibility = Accessibility
event_registration = Registration
feed = Follow this list (Atom)
list_description = a list of pages on this site.
records_in_list = records
section_pages = Pages in this section
letters = Letters
pager = Pages
previous = Previous
next = Next
page_of = Page
empty_list = There is nothing in this list yet.
empty_now = Nothing is published here at the moment.
all_of = All
latest = Latest
upcoming = Coming up
other_pages = Sections
contact = Contact
synthetic_title = Sample data
synthetic_notice = The numbers on this page were made up for testing. They are not based on real records and must not be quoted.
internal_title = Internal use
internal_notice = This site is for the municipality’s staff only and must not be shared with others.
reports_title = Reports to units
reports_notice = These pages are for distribution to the directorates concerned.
synthetic_source = sample data
data_files = Data files
licence = Terms of use
no_licence = No licence has been chosen yet.
data_catalogue = For machines
data_package = Description of all tables
files = Files
moved_title = This page has moved
moved_text = The new address of the page you are looking for

# Search
search = Search
search_label = What are you looking for?
search_button = Search
search_no_script = Searching needs JavaScript in your browser. Without JavaScript you can find every page in the index below.
search_else = If you do not know what it is called, see the
search_else_link = index from A to Z
search_else_end = .
other_ways = Other ways
a_to_z = All pages from A to Z
search_results = found
search_none = No page was found with these words. Try fewer or other words.
search_partly = The words do not all occur together; these pages have some of them
search_error = The search is not working at the moment. Reload the page and try again.
search_filter = Narrow the results
search_section = Section
search_year = Year
search_all = All
search_more = Show more
