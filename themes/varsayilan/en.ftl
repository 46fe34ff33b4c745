# The theme's words in English: everything on a page that does not come from its content.

# What the program writes itself
alert_note = Note
alert_tip = Tip
alert_important = Important
alert_warning = Warning
alert_caution = Caution
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
a_to_z_title = Index from A to Z
footer_title = About the municipality
address = Address
phone = Telephone
email = E-mail

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
records_in_list = records
pager = Pages
previous = Previous
next = Next
page_of = Page
empty_list = There is nothing in this list yet.
empty_now = Nothing is published here at the moment.
all_of = All
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
moved_title = This page has moved
moved_text = The new address of the page you are looking for

# Search
search = Search
search_label = What are you looking for?
search_button = Search
search_no_script = Searching needs JavaScript in your browser. Without JavaScript you can find every page in the index below.
search_else = If you do not know what it is called
a_to_z = All pages from A to Z
search_results = results found
search_none = No page was found with these words. Try fewer or other words.
search_partly = The words do not all occur together; these pages have some of them
search_error = The search is not working at the moment. Reload the page and try again.
search_filter = Narrow the results
search_section = Section
search_year = Year
search_all = All
search_more = Show more
