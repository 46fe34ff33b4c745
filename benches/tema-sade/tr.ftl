# Yalnız ölçüm için: öteki üreticilerin şablonlarıyla aynı öğeleri taşıyan küçük tema.
alert_note = Bilgi
alert_tip = Öneri
alert_important = Önemli
alert_warning = Uyarı
alert_caution = Dikkat
banner = Uyarılar
banner_emergency = Acil duyuru
banner_warning = Uyarı
banner_notice = Bilgi
banner_details = Ayrıntılar
banner_call = Arayın
in_turkish = Türkçe
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
home = Ana sayfa
skip_link = İçeriğe geç
main_menu = Ana menü
breadcrumb = Konum
pager = Sayfalar
previous = Önceki
next = Sonraki
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
search = Arama
