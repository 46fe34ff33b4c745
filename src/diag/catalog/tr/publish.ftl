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
