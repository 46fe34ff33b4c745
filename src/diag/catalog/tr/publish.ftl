# publish

report-not-rendered = rapor dosyası hazırlanamadı: { $cause }
    .hint = Rapordaki son değişikliği geri alıp yeniden deneyin; hata sürerse raporun metnini ve gösterge tablolarını tek tek çıkararak nedeni bulun.
    .explain = Raporun metni ve göstergeleri PDF ya da XLSX dosyasına dönüştürülürken yazıcı kütüphane bunu reddetti. Çoğunlukla bir tablo Excel'in sınırlarını aşmıştır ya da bir çizim okunamamıştır. Dosya hazırlanmadan hiçbir şey yayımlanmaz.

report-layout = rapor dizilirken uyarı verildi: { $cause }
    .hint = PDF'nin ilgili sayfasına bakın; taşan bir tablo ya da çizim varsa göstergeyi daraltın.
    .explain = Rapor PDF olarak hazırlandı, ancak dizgi kütüphanesi bir şeyi dikkate değer buldu. Sayfaya gözle bakmak gerekir.

report-letters = raporun yazı tiplerinde bulunmayan karakterler: { $letters }
    .hint = Bu karakterleri metinden ya da veriden çıkarın; PDF'de yerlerine boş kutu basılır.
    .explain = Erişilebilir ve arşivlik PDF (PDF/UA-1, PDF/A-2a) her harfin yazı tipinde bulunmasını ister. Raporların yazı tipleri Türkçenin bütün harflerini içerir; emoji gibi karakterleri içermez.
# Yayımlama ve dış dünya: disk, çıktı klasörü.

publish-nothing-there = burada yayımlanmış bir site yok: { $path }
    .hint = Önce `tellal build` ile siteyi bir kez derleyin
publish-not-ours = çıktı klasörü boş değil ve onu tellal oluşturmamış: { $path }
    .hint = Boş bir klasör gösterin ya da içindekileri başka yere taşıyın
publish-foreign-file = yayımlanan ağaçta tellal'ın oluşturmadığı bir dosya var: { $path }
    .hint = Dosyayı başka yere taşıyın; sitede kalacaksa content/ altına koyun
publish-over-root = çıktı klasörü deponun kendisi ya da üstündeki bir klasör olamaz: { $path }
    .hint = --out için ayrı bir klasör verin, örneğin dist
publish-into-input = çıktı klasörü girdi klasörlerinin içinde olamaz: { $path }
    .hint = --out için content, data ve themes dışında bir klasör verin
publish-busy = başka bir derleme bu klasöre yazıyor: { $path }
    .hint = O derlemenin bitmesini bekleyin
publish-cannot-write = yazılamadı: { $path }: { $cause }
    .hint = Disk alanını ve yazma iznini denetleyin; okurlar son sağlam siteyi görmeye devam eder
publish-cannot-read = okunamadı: { $path }: { $cause }
    .hint = Okuma iznini ve diski denetleyin
cause-storage-full = diskte yer kalmadı
cause-permission-denied = izin yok
cause-not-found = dosya ya da klasör yok
cause-read-only = disk salt okunur
cause-address-in-use = bu kapıyı (port) başka bir program kullanıyor
cause-is-a-folder = bu bir klasör, dosya değil
cause-cut-off = dosya yarıda bitiyor
cause-gone = izin yok ya da derleme sürerken kaldırıldı
