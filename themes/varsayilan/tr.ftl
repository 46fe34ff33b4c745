# Temanın sözleri: sayfalarda görünen, içerikten gelmeyen her şey.

# Programın kendi yazdıkları
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
search_summary = Sitedeki sayfalarda arama: hizmetler, duyurular, kararlar, ihaleler ve istatistikler.
a_to_z_title = A’dan Z’ye dizin
footer_title = Kurumsal
address = Adres
phone = Telefon
email = E-posta

# Nelerin kayıtları sayfalara kaynak olur
service_note = Hizmet kaydı
directory_note = Telefon rehberi

# Hizmet sayfaları
service_sample = Örnek: bu hizmet gösterim içindir; bilgileri belediye tarafından doğrulanmadı.
service_who = Kim başvurabilir?
service_papers = Ne gerekir?
service_fee = Ücret
service_time = Süre
service_channels = Nereye, nasıl başvurulur?
service_basis = Dayanak
service_appeals = Sonuç alamazsanız
service_unknown = Bu hizmetin şu bilgileri henüz girilmedi; sorumlu birime sorun: { $which }.
service_unknown_who = kimlerin başvurabileceği
service_unknown_papers = gereken belgeler
service_unknown_fee = ücret
service_unknown_time = süre
service_unknown_channels = başvuru yolları
service_unknown_basis = dayanak
service_unknown_appeals = müracaat yerleri
service_no_papers = Belge istenmez.
service_free = Ücretsizdir.
service_tariff = Belediye meclisinin o yıl için belirlediği ücret tarifesindeki tutar ödenir.
service_at_once = Hemen yapılır.
service_varies = Süre işe göre değişir.
service_at_most = En geç { $time }.
service_unit = Sorumlu birim: { $unit }.
service_complain = İstenenden başka belge istenirse, belgeleriniz tam olduğu hâlde iş süresinde bitmezse önce ilk, sonra ikinci müracaat yerine başvurun.
service_first = İlk müracaat yeri
service_second = İkinci müracaat yeri
fax = Faks
channel_in_person = Belediyeye gelerek
channel_petition = Dilekçeyle
channel_post = Postayla
channel_phone = Telefonla
channel_email = E-postayla
channel_kep = Kayıtlı elektronik postayla (KEP)
channel_web = İnternetten
channel_e_devlet = e-Devlet Kapısından
channel_cimer = CİMER üzerinden
channel_desk = Halk Masasından
time_second = { $n } saniye
time_minute = { $n } dakika
time_hour = { $n } saat
time_day = { $n } gün
time_working_day = { $n } iş günü
time_week = { $n } hafta
time_month = { $n } ay
time_year = { $n } yıl

# Telefon rehberi
directory_matter = Ne için?
directory_office = Kim bakar?
directory_ways = Nasıl ulaşılır?
directory_extension = { "" }, dahili { $number }
sample_in_brackets = { "" } (örnek)

# Etkinlik sayfaları
event_day = { $date } { $weekday ->
    [1] Pazartesi
    [2] Salı
    [3] Çarşamba
    [4] Perşembe
    [5] Cuma
    [6] Cumartesi
   *[7] Pazar
}
event_hour = { $hour }.{ $minute }
event_postponed = Ertelendi
event_cancelled = İptal edildi

# Yayın takvimi
release_correction = Düzeltme, { $date }:
release_before = Önceki sürüm
release_late = Bu yayın { $planned } günü çıkacaktı, { $moved } günü çıktı. Nedeni:
release_next = Sonraki yayın: { $period }, { $date }.
release_calendar = Yayın takvimi
release_no_corrections = Düzeltme: şimdiye kadar yapılmadı.
release_corrections = Düzeltmeler:
release_old = Bu yayın { $date } günü düzeltildi ve artık geçerli değildir. Nedeni:
release_new = Düzeltilmiş yayın
release_old_files = Düzeltmeden önce yayımlanan dosyalar, olduğu gibi:
release_old_title = { $title } (düzeltilmeden önce)
release_coming = Gelecek yayınlar
release_past = Günü gelen yayınlar
release_none = Kayıt yok.
release_day = Gün
release_what = Yayın
release_period = Dönem
release_state = Durum
release_postponed = Ertelendi
release_waited = Bekleniyor
release_overdue = Gecikti
release_out_late = Geç yayımlandı
release_out = Yayımlandı
release_came = Günü geldi
release_announced = { "" }; duyurulan gün { $date }
release_reason = { "" }. Nedeni: { $reason }
release_corrected = { "" }. Düzeltildi, { $date }: { $reason }
month_year = { $month ->
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

# Site haritası
map_loose = Tek sayfalar ve listeler
map_pages = { "" } ({ $number } sayfa)
map_more = { $title }: { $number } sayfa daha

# Sayfa türleri
kind_duyuru = Duyuru
kind_kesinti = Kesinti
kind_aski = Askı ilanı
kind_vefat = Vefat ilanı
kind_rehber = Kent rehberi
kind_haber = Haber
kind_etkinlik = Etkinlik
kind_hizmet = Hizmet
kind_mahalle = Mahalle
kind_kurumsal = Kurumsal
kind_mudurluk = Müdürlük
kind_mevzuat = Mevzuat
kind_meclis = Meclis
kind_meclis-gundemi = Meclis gündemi
kind_meclis-karari = Meclis kararı
kind_komisyon-raporu = Komisyon raporu
kind_ihale = İhale
kind_istatistik = İstatistik
kind_rapor = Rapor
kind_acik-veri = Açık veri
kind_bilgi-edinme = Bilgi edinme
kind_kvkk = Kişisel verilerin korunması
kind_erisilebilirlik = Erişilebilirlik
kind_iletisim = İletişim
kind_el-kitabi = El kitabı

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
list_description = sitedeki sayfaların listesi.
records_in_list = kayıt
section_pages = Bu bölümdeki sayfalar
letters = Harfler
pager = Sayfalar
previous = Önceki
next = Sonraki
page_of = Sayfa
empty_list = Bu listede henüz kayıt yok.
empty_now = Şu anda yayımda olan kayıt yok.
all_of = Tümü
latest = Güncel
upcoming = Yaklaşan
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
files = Dosyalar
moved_title = Bu sayfa taşındı
moved_text = Aradığınız sayfanın yeni adresi

# Arama
search = Arama
search_label = Ne arıyorsunuz?
search_button = Ara
search_no_script = Arama için tarayıcınızda JavaScript açık olmalıdır. JavaScript olmadan da bütün sayfaları aşağıdaki dizinde bulabilirsiniz.
search_else = Aradığınızın adını bilmiyorsanız
search_else_link = A’dan Z’ye dizine
search_else_end = { "" } bakın.
other_ways = Başka yollar
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
