# Tahminler: figures.yaml içindeki `estimate:`.

figure-chooses-rows = `{ $id }` göstergesi hangi satırların görüneceğini kesin sayılara göre seçiyor: { $word }
    .hint = `{ $word }` yerine göstergeye `top: 10` yazın; seçim o zaman gösterilen sayılara göre yapılır
    .explain =
        Yurttaşa açık bir göstergede hangi satırın göründüğü de bilgi verir: `HAVING count(*) >= 10` yazılmışsa görünmeyen
        her grubun 10'dan küçük olduğu, `LIMIT 10` yazılmışsa gizlenen sayıların sırası anlaşılır. Bütün satırları
        isteyin; küçük sayıları yayın kuralı gizler. En büyükleri göstermek için `ORDER BY` ile birlikte `top: 10`
        yazın: sıralama ve kesme, gizleme ve yuvarlamadan sonra yapılır.

estimate-left-out = `{ $id }` göstergesinde { $count } kayıt hesaba girmedi
    .hint = Kayıtların tarihlerini düzeltin: başlangıcı olmayan ya da bitişi başlangıcından önce görünen kayıtlar sayılmaz
    .explain =
        Süre hesabı başlangıç ve bitiş tarihlerinden yapılır. Başlangıcı yazılmamış ya da bitişi başlangıcından önce
        görünen kayıtların süresi bilinemez; hesaba katılmaz ve sayıları burada söylenir. Hangileri olduklarını veri
        kalitesi sayfası ya da `tellal query` gösterir.

extension-of-no-time = `{ $id }` göstergesinde { $count } kayıtta süre uzatımı bildirilmiş, ama o kayıtların süresi uzatılamıyor
    .hint = Kaydın türünü düzeltin ya da bildirim gününü kaynağında silin; `extended` sütunu boş kalan kayıtta uzatım sayılmaz
    .explain =
        Yalnız bilgi edinme başvurusunun süresi uzar (4982 sayılı Kanun madde 11: başka birimden ya da kurumdan bilgi
        gerekiyorsa 15 yerine 30 iş günü). Dilekçenin süresi (3071 sayılı Kanun madde 7: 30 gün) uzatılamaz. Bildirim günü
        yazılmış ama uzun süresi olmayan kayıtlarda olağan süre geçerlidir; sayıları burada söylenir.

unknown-holidays = `{ $id }` göstergesi { $year } yılının iş günlerini istiyor ama o yılın tatilleri yazılmamış
    .hint = { $year } yılının tatillerini data/tatiller.yaml dosyasına ekleyin
    .explain =
        İş günüyle sayılan süreler (4982 sayılı Kanun: 15 ve 30 iş günü) resmî tatillere bağlıdır. Tatilleri yazılmamış
        bir yılda iş günü sayılmaz ve tahmin edilmez. Arife günleri gibi yarım günler iş günü sayılır.

ledger-broken =
    { $kind ->
        [flow] `{ $id }` tutmuyor ({ $where }): alınan, açılan ve kapananlar, açık kalanla uyuşmayan { $count } kayıt: { $cases }
        [state] `{ $id }` tutmuyor ({ $where }): olaylara göre ve kaydın kendi durumuna göre başka türlü olan { $count } kayıt: { $cases }
       *[more] `{ $id }` bundan başka { $count } yerde daha tutmuyor
    }
    .hint = Bu kayıtların tarihlerini ve durumlarını kaynağında düzeltin
    .explain =
        Her birimde ve her ayda `devreden + alınan + yeniden açılan − sonuçlanan − geri çekilen = açık` olmalıdır. Akışlar
        olaylardan sayılır; açık kalanlar her kayıt tek tek izlenerek ve dönem sonunda kaydın kendi durumundan bulunur.
        İkisi ayrılıyorsa bir kaydın tarihi ya da durumu yanlıştır: açılmadan kapanmış, iki kez kapanmış, kapandığı
        yazılıp kapanış tarihi yazılmamış ya da birimi değişmiş olabilir. Yanlış toplam yayımlanmasın diye yapım durur.
        Kayıt numaraları yalnız bu günlükte görünür, hiçbir sayfaya yazılmaz; numara sütunu `staff` ya da `secret` ise
        burada da yazılmaz.
