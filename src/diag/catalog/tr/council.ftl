# Meclis: data/meclis/*.yaml ve yasal süreler.

council-agenda-late = { $meeting } toplantısının gündemi { $announced } günü, toplantıdan { $days } gün önce duyurulmuş; en az { $wanted } gün önce duyurulur ({ $basis })
    .hint = Günleri belgelerle karşılaştırın; doğruysa gecikmenin nedenini `gecikme` ile yazın
    .explain = 5393 sayılı Kanunun 21. maddesi, gündemin toplantıdan en az üç gün önce üyelere bildirilmesini ve halka duyurulmasını ister. Süre data/meclis/sureler.yaml dosyasından okunur. Günler doğruysa `gecikme: …` yazılır: neden gündem sayfasında okura söylenir, uyarı kalkar.

council-agenda-due = { $meeting } toplantısına { $days } gün kaldı, gündemi duyurulmamış; en az { $wanted } gün önce duyurulur ({ $basis })
    .hint = Gündemi `gundem`, duyurulduğu günü `ilan` ile yazın
    .explain = 5393 sayılı Kanunun 21. maddesi, gündemin toplantıdan en az üç gün önce halka duyurulmasını ister.

council-summary-late = { $date } tarihli ve { $number } sayılı kararın özeti, kesinleşmesinden { $days } gün sonra yayımlanmış; en geç { $wanted } gün içinde yayımlanır ({ $basis })
    .hint = Günleri belgelerle karşılaştırın; doğruysa gecikmenin nedenini `gecikme` ile yazın
    .explain = 5393 sayılı Kanunun 23. maddesi, kesinleşen meclis kararlarının özetlerinin yedi gün içinde halka duyurulmasını ister. Süre data/meclis/sureler.yaml dosyasından okunur. `gecikme: …` yazılırsa neden karar sayfasında okura söylenir, uyarı kalkar.

council-summary-due = { $date } tarihli ve { $number } sayılı karar { $days } gün önce kesinleşmiş, özetinin yayım günü yazılmamış; süre { $wanted } gündür ({ $basis })
    .hint = Özetin yayımlandığı günü `yayim` ile yazın
    .explain = 5393 sayılı Kanunun 23. maddesi, kesinleşen meclis kararlarının özetlerinin yedi gün içinde halka duyurulmasını ister. Yayım günü yazılmayan kararda sürenin tutulup tutulmadığı bilinemez.

council-sent-late = { $date } tarihli ve { $number } sayılı karar, kesinleşmesinden { $days } gün sonra mülki idare amirine gönderilmiş; en geç { $wanted } gün içinde gönderilir ({ $basis })
    .hint = Günleri belgelerle karşılaştırın; doğruysa gecikmenin nedenini `gecikme` ile yazın
    .explain = 5393 sayılı Kanunun 23. maddesi, kararların kesinleştiği tarihten itibaren en geç yedi gün içinde mahallin en büyük mülki idare amirine gönderilmesini ister.

council-unsent = { $date } tarihli ve { $number } sayılı karar { $days } gün önce kesinleşmiş, mülki idare amirine gönderildiği yazılmamış; gönderilmeyen karar yürürlüğe girmez ({ $basis })
    .hint = Gönderildiyse gününü `mulki_amir: {"{"}tarih: …, sayi: …{"}"}` ile yazın
    .explain = 5393 sayılı Kanunun 23. maddesine göre mülki idare amirine gönderilmeyen kararlar yürürlüğe girmez. Gönderim yazılana kadar karar sayfası bunu okura söyler.

council-report-late = { $commission } raporu havaleden { $days } iş günü sonra verilmiş; süre { $wanted } iş günüdür ({ $basis })
    .hint = Günleri belgelerle karşılaştırın; doğruysa gecikmenin nedenini `gecikme` ile yazın
    .explain = 5393 sayılı Kanunun 24. maddesi komisyonlara süre verir: imar komisyonu on, öteki komisyonlar beş iş günü. İş günleri data/tatiller.yaml dosyasına göre sayılır; tatilleri yazılmamış bir yıl için hiçbir şey söylenmez.

council-weekend = { $date } bir { $weekday } günü
    .hint = Günü belgeyle karşılaştırın; doğruysa bir şey yapmanız gerekmez
    .explain = Meclisler çoğunlukla hafta içi toplanır. Hafta sonuna denk gelen bir gün yazım yanlışı olabilir; belgede de böyle yazıyorsa değiştirilmez.

council-date-order = { $number } sayılı kararın günleri bu sırada olamaz: `{ $earlier }` { $earlier_date }, `{ $later }` { $later_date }
    .hint = Günleri belgelerle karşılaştırıp yanlış olanı düzeltin
    .explain = Karar önce alınır, sonra kesinleşir; gönderim ve yayım kesinleşmeden sonra olur.

council-vote = oylama çelişkili: oybirliği yazılmış, { $no } ret oyu var
    .hint = `sekil: oycoklugu` yazın ya da oy sayılarını düzeltin
    .explain = Kabul ve ret oylarının ikisi de varsa karar oyçokluğuyla alınmıştır.

council-named-vote = metin, adı yazılı bir üyenin oyunu söylüyor
    .hint = Adı çıkarın; oyların yalnız sayısını `oy: {"{"}sekil: oycoklugu, kabul: 12, ret: 3{"}"}` ile yazın
    .hint-counts = Üyelerin adlarını silin, yerine kaç üyenin böyle oy verdiğini sayıyla yazın
    .explain = Karar meclisindir; özetinde oyların sayısı yeter. Kimin ne oy verdiği bu sitede yayımlanmaz. Program adları tanımaz, yazılışa bakar: oy anlatan bir cümlede `Ali VELİ` ya da `üye Ali Veli` gibi yazılan sözcükler. Yanılıyorsa cümleyi başka türlü yazın.
