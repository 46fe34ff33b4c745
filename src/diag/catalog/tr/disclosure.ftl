# Gizlilik: yayımlanan sayıların bütününe bakan denetim.

disclosure-gap = `{ $id }` göstergesinde gizlenen bir sayı, yayımlanan öbür sayılardan bulunabiliyor: { $cell }
    .hint = `by` altından bir kırılımı çıkarın, `min` değerini büyütün ya da göstergeyi `audience: internal` ile yalnız iç sitede bırakın
    .hint-others = Şu göstergelerden birini kabalaştırın (`by`, `min`, `round`) ya da `audience: internal` yapın: { $others }
    .explain =
        Gizlenen bir hücre, toplamdan öbür hücreler çıkarılarak bulunabilir; iki gösterge, bir ayın tablosu ile yılın
        tablosu ya da eski bir yayın da aynı işe yarar. Bu yüzden derlemede yayımlanacak bütün sayılar tek bir
        denklem takımı olarak yazılır ve gizlenen her hücrenin alabileceği en küçük ve en büyük değer hesaplanır.
        Aralık dar kalıyorsa önce başka hücreler de gizlenir; bu yetmezse derleme durur. Burada yetmedi: adı yazılan
        hücre, eşikten daha kesin biliniyor. Sayıların kendisi bu iletide bilerek yazılmaz.
