# Dosyalar: okunamayan, yanlış kodlanmış, dışarı çıkan, çok büyük.

unreadable-file = dosya okunamadı: { $cause }
    .hint = Okuma iznini ve diski denetleyin, sonra yeniden deneyin
    .hint-absent = Dosyayı bu adla ekleyin ya da onu anan yerdeki adı düzeltin
    .explain =
        Depodaki bir dosya ya da klasör açılamadı. Çoğu zaman okuma izni eksiktir, dosya o sırada başka bir programda
        açıktır ya da disk arızalıdır. Eksik bir dosyayla site yayımlanmaz: okunamayan dosya sessizce atlansaydı,
        sayfası da haber vermeden siteden düşerdi.

not-utf8 = dosya UTF-8 değil
    .hint = Dosyayı UTF-8 olarak kaydedin
    .explain =
        Metin dosyaları (.md, .yaml, .txt) UTF-8 olmalıdır. Eski düzenleyiciler Windows-1254 ile kaydeder; böyle bir
        dosyada “ş, ğ, ı, İ” bozulur. Düzenleyicide “Farklı kaydet” deyip kodlama olarak UTF-8 seçin. Bu kural yalnız
        metinler içindir: CSV dosyaları Windows-1254 de olabilir.

bad-symlink = simgesel bağ (symlink) izlenmez
    .hint = Bağın yerine dosyanın kendisini koyun
    .explain =
        Depodaki simgesel bağlar izlenmez. Bir bağ deponun dışındaki bir dosyayı gösterebilir (o zaman sitede ne
        yayımlandığı depoya bakılarak bilinemez) ya da daire çizebilir. Dosyayı depoya kopyalayın.

file-too-large = dosya çok büyük: { $size }, sınır { $limit }
    .hint = Dosyayı küçültün ya da bölün
    .explain =
        Her dosya türünün bir üst sınırı vardır; sınır aşılınca dosya çoğu zaman yanlış yere konmuştur ya da bozuktur.
        Veri dosyaları satır satır okunduğundan onların sınırı yoktur: büyük tabloları data/ altında CSV olarak tutun.

security-expires = güvenlik iletişim dosyasının süresi doluyor: { $day } ({ $days } gün)
    .hint = site.yaml içinde `security` altındaki `expires` gününü ileri alın ya da silin; silinirse her derlemede yenilenir
    .explain =
        `/.well-known/security.txt`, sitede güvenlik açığı bulanların kime yazacağını söyler (RFC 9116). Süresi geçmiş bir
        dosyaya güvenilmez. `expires` yazılmazsa süre, derlemenin yapıldığı ayın başından yedi ay sonraya kurulur.
