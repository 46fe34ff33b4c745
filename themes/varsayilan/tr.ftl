# Temanın sözleri: sayfalarda görünen, içerikten gelmeyen her şey.

# Programın kendi yazdıkları
alert_note = Bilgi
alert_tip = Öneri
alert_important = Önemli
alert_warning = Uyarı
alert_caution = Dikkat
heading_link = Bu bölümün bağlantısı
footnotes = Dipnotlar
footnote = Dipnot
footnote_back = Metne dön, dipnot
inserted = eklenen:
deleted = çıkarılan:
task_done = Tamamlandı
task_open = Tamamlanmadı
table = Tablo
show_numbers = Tablo olarak sayılar
about_figure = Yöntem ve kaynak
method = Yöntem
period = Dönem
records = Kayıt sayısı
disclosure = Gizlilik kuralı
source_files = Kaynak dosyalar
signs = Tablodaki işaretler
download_data = Veriyi indir
synthetic_badge = örnek veri

# Programın sayfaya koydukları
language_name = Türkçe
date_long = { $day } { $month ->
    [1] Ocak
    [2] Şubat
    [3] Mart
    [4] Nisan
    [5] Mayıs
    [6] Haziran
    [7] Temmuz
    [8] Ağustos
    [9] Eylül
    [10] Ekim
    [11] Kasım
   *[12] Aralık
} { $year }
date_short = { $day }.{ $month }.{ $year }
number_group = .
number_decimal = ,
own_text = Bu sayfanın metni
text_source = Metin
duty_map = Görev haritası
by_unit = Birimlere göre
by_kind = Türlere göre
by_tag = Etiketler
by_year = Yıllara göre
a_to_z_title = A’dan Z’ye dizin
footer_title = Kurumsal
address = Adres
phone = Telefon
email = E-posta

# Şablonların yazdıkları
skip_link = İçeriğe geç
languages = Diller
main_menu = Ana menü
menu = Menü
breadcrumb = Konum
home = Ana sayfa
contents = Bu sayfada
tasks = En çok aranan işler
find = Aradığınızı bulun
published = Yayım
updated = Son güncelleme
unit = Sorumlu birim
source = Kaynak
tags = Etiketler
about_page = Bu sayfa hakkında
downloads = Bu raporu indirin
downloads_text = Bu metni indirin
add_to_calendar = Takviminize ekleyin
event_when = Ne zaman
event_place = Yer
event_fee = Ücret
event_accessibility = Erişilebilirlik
event_registration = Kayıt
feed = Bu listeyi izleyin (Atom)
records_in_list = kayıt
pager = Sayfalar
previous = Önceki
next = Sonraki
page_of = Sayfa
empty_list = Bu listede henüz kayıt yok.
empty_now = Şu anda yayımda olan kayıt yok.
all_of = Tümü
other_pages = Bölümler
contact = İletişim
synthetic_title = Örnek veri
synthetic_notice = Bu sayfadaki sayılar denenmek üzere üretilmiştir, gerçek kayıtlara dayanmaz ve alıntılanamaz.
internal_title = İç kullanım
internal_notice = Bu site yalnızca belediye personeli içindir; dışarıyla paylaşılamaz.
reports_title = Birim raporları
reports_notice = Bu sayfalar ilgili müdürlüklere dağıtım içindir.
synthetic_source = örnek veri
data_files = Veri dosyaları
licence = Kullanım koşulları
no_licence = Lisans henüz belirlenmedi.
data_catalogue = Makineler için
data_package = Bütün tabloların tanımı
moved_title = Bu sayfa taşındı
moved_text = Aradığınız sayfanın yeni adresi

# Arama
search = Arama
search_label = Ne arıyorsunuz?
search_button = Ara
search_no_script = Arama için tarayıcınızda JavaScript açık olmalıdır. JavaScript olmadan da bütün sayfaları aşağıdaki dizinde bulabilirsiniz.
search_else = Aradığınızın adını bilmiyorsanız
a_to_z = A’dan Z’ye bütün sayfalar
search_results = sonuç bulundu
search_none = Bu sözcüklerle sayfa bulunamadı. Daha az ya da başka sözcüklerle deneyin.
search_partly = Sözcüklerin hepsi birlikte geçmediği için bir bölümünün geçtiği sayfalar gösteriliyor
search_error = Arama şu anda çalışmıyor. Sayfayı yenileyip yeniden deneyin.
search_filter = Sonuçları daraltın
search_section = Bölüm
search_year = Yıl
search_all = Hepsi
search_more = Daha fazla göster
