"""What a sentence says of rights, and what it takes back, asks, or says of something else."""

import pytest

from audit.claims.rights import Sense, mentions, statement, statements


def said(text):
    return [each.normalized for each in mentions(text, 0, len(text)) if each.sense is Sense.SAID]


@pytest.mark.parametrize(
    "text",
    [
        "This text is no longer licensed under CC BY 4.0.",
        "Dieser Text steht nicht mehr unter CC BY-SA 4.0.",
        "Dieser Text steht nicht unter der Lizenz CC BY 4.0.",
        "Ce texte n'est plus sous licence Creative Commons Attribution 4.0.",
        "Ce texte n’est pas publié sous licence CC BY 4.0.",
        "Este texto no está bajo una licencia Creative Commons Atribución 4.0.",
        "Esta obra no es de dominio público.",
        "Questo testo non è di pubblico dominio.",
        "Esta obra não está em domínio público.",
        "Deze tekst is niet in het publieke domein.",
        "Ten tekst nie jest w domenie publicznej.",
        "Den här texten är inte licensierad under CC BY 4.0.",
        "Denne teksten er ikke lisensiert under CC BY 4.0.",
        "Tämä teksti ei ole public domain.",
        "Этот текст не является общественным достоянием.",
        "Bu metin kamu malı değildir.",
        "この文章はパブリックドメインではありません。",
        "本文不属于公有领域。",
        "이 글은 퍼블릭 도메인이 아닙니다.",
        "هذا النص ليس في الملك العام.",
        "Is this text in the public domain?",
        "Ist dieser Text gemeinfrei?",
        "Est-ce que ce texte est dans le domaine public ?",
        "If this text were in the public domain, we could print it.",
        "This text may be in the public domain.",
        "This work will be in the public domain in 2041.",
        "Dieses Werk wird 2041 gemeinfrei.",
        "Do not copy it until it is in the public domain.",
        "We are asked whether our charts could be released under CC BY 4.0.",
        "This text is not\nlicensed under CC BY 4.0.",
        (
            "The harbour board has decided that this text is not licensed under\nCC BY "
            "4.0 or any other licence."
        ),
        "None of these texts is licensed under CC BY 4.0.",
        "This text is not licensed under CC BY, CC BY-SA or any other licence.",
        "The CC BY 4.0 licence does not apply to this text.",
        "Unless the author died before 1950, this work is not in the public domain.",
        "Not all rights reserved here are of use.",
        "If you reuse it: this text is licensed under CC BY 4.0.",
        "You are free to ask whether this text is under CC BY 4.0.",
        "Nobody knows if the old log is in the public domain.",
        "This edition has never been released under CC BY-SA 4.0.",
        "Cannot be released under CC BY 4.0.",
        "This text isn't licensed under CC BY 4.0.",
        "This text is licensed neither under CC BY 4.0 nor under any other licence.",
        "Der Text ist leider noch nicht gemeinfrei.",
        "Dieser Text ist nicht unter CC BY 4.0 lizenziert.",
        "Unter CC BY 4.0 steht dieser Text nicht.",
        "Dieser Beitrag steht unter keiner CC-BY-Lizenz.",
        "Sobald der Text gemeinfrei ist, stellen wir ihn ein.",
        "Der Text wird erst 2050 gemeinfrei.",
        "Ces textes ne sont pas encore dans le domaine public.",
        "Ce texte sera dans le domaine public en 2050.",
        "Si ce texte était dans le domaine public, nous le publierions.",
        "Este texto ya no está bajo licencia CC BY 4.0.",
        "Este texto todavía no ha pasado al dominio público.",
        "Este texto estará en el dominio público cuando pasen ochenta años.",
        "Il testo non è più disponibile con licenza CC BY 4.0.",
        "O texto ainda não está em domínio público.",
        "Het verslag valt niet onder CC BY 4.0.",
        "Ten utwór nie jest jeszcze w domenie publicznej.",
        "Texten är ännu inte i public domain.",
        "Teksti ei ole vielä public domain.",
        "Toto dílo není volným dílem.",
        "Текст не распространяется по лицензии CC BY 4.0.",
        "Произведение ещё не перешло в общественное достояние.",
        "Το κείμενο δεν είναι κοινό κτήμα.",
        "Bu eser henüz kamu malı değil.",
        "本作品未采用 CC BY 4.0 许可协议。",
        "この作品は CC BY 4.0 でライセンスされていません。",
        "이 저작물은 CC BY 4.0에 따라 이용할 수 없습니다.",
        "هذا العمل غير مرخص بموجب CC BY 4.0",
        "Contrary to rumour, this text is not in the public domain, nor will it be soon.",
        'What does "all rights reserved" mean?',
        "CC BY 4.0?",
        "Should we choose CC BY 4.0?",
        "This text is not all rights reserved.",
        "not CC BY 4.0",
        "no longer CC BY 4.0",
        "CC BY 4.0 no longer applies to this text.",
        "Formerly CC BY 4.0",
        "Released under CC BY 4.0 until 2019.",
        "This text is not protected by copyright.",
        "Dieser Text ist nicht urheberrechtlich geschützt.",
        "This work is not released under the MIT License.",
        "We regret that this text is not, as was reported, licensed under CC BY 4.0.",
        "Nothing on this page is in the public domain.",
        "This text does not fall under CC BY 4.0.",
        "It is wrong to say that this text is in the public domain.",
        "Any claim that this text is in the public domain is false.",
        "This text is licensed under a licence other than CC BY 4.0.",
        "Instead of CC BY 4.0 we use our own terms.",
        "This text is exempt from CC BY 4.0.",
        "This text: everything but CC BY 4.0",
        "Dieser Text ist alles andere als gemeinfrei.",
        "Weder dieser Text noch die Bilder stehen unter CC BY 4.0.",
        "Dieser Text steht, anders als der vorige, nicht unter CC BY 4.0.",
        "Nicht gemeinfrei",
        "Not public domain",
        "Not in the public domain",
        "Pas dans le domaine public",
        "No es dominio público",
        "Nie w domenie publicznej",
        "Not yet in the public domain",
        "non-public domain",
        "Non CC BY",
        "Licence: none (not CC BY)",
        "Creative Commons: no",
        "No Creative Commons licence",
        "Keine CC-Lizenz",
        "Share this page under the CC BY 4.0 licence? Ask us.",
        "Unlike our photographs, this text is not free.",
        "Except for this page, everything is CC BY 4.0.",
        "Mit Ausnahme dieses Textes steht alles unter CC BY 4.0.",
        "No text on this site is licensed under CC BY 4.0.",
        "Kein Text dieser Seite steht unter CC BY 4.0.",
        "Ningún texto de esta página está bajo licencia CC BY 4.0.",
        "Aucun texte de ce site n'est sous licence CC BY 4.0.",
        "Nessun testo di questo sito è sotto licenza CC BY 4.0.",
        "Ingen text på denna sida är licensierad under CC BY 4.0.",
        "Ani jeden tekst nie jest na licencji CC BY 4.0.",
        "This text was to be published under CC BY 4.0.",
        "This text had been under CC BY 4.0.",
        "The editors hope that this text will soon be available under CC BY 4.0.",
        "They plan to put this text under CC BY 4.0.",
        "We reject CC BY 4.0 for this text.",
        "CC BY 4.0 was refused for this text.",
        "The author refused to release this text under CC BY 4.0.",
        "Der Autor lehnt es ab, diesen Text unter CC BY 4.0 zu stellen.",
        "L'auteur refuse de publier ce texte sous licence CC BY 4.0.",
        "Permission to publish this text under CC BY 4.0 was denied.",
        "This text ceased to be available under CC BY 4.0.",
        "The CC BY 4.0 licence of this text was withdrawn in 2020.",
        "This text lost its CC BY 4.0 licence.",
        "This text is far from being in the public domain.",
        "This text is hardly in the public domain.",
        "Without permission this text cannot enter the public domain.",
        "Dieser Text ist erst ab 2030 gemeinfrei.",
        "This text enters the public domain in 2041.",
        "Ce texte entre dans le domaine public en 2041.",
        "Este texto pasará a dominio público en 2041.",
        "© 2019 Ann Berg. Not public domain.",
        "You must name the author of this text, which is licensed under CC BY 4.0.",
        "This text is not only free but licensed under CC BY 4.0.",
        "This text is not under CC BY 4.0 but under CC BY-NC 4.0.",
        "The licence of this text was changed from CC BY 4.0 to CC BY-NC 4.0.",
        "Bu metin CC BY 4.0 ile lisanslanmamıştır.",
        "Tento text není pod licencí CC BY 4.0.",
        "Ez a szöveg nem közkincs.",
        "Tämä teksti ei ole lisensoitu CC BY 4.0 -lisenssillä.",
        "Denna text omfattas inte av CC BY 4.0.",
        "Niniejszy tekst nie jest udostępniony na licencji CC BY 4.0.",
        "Цей текст не є суспільним надбанням.",
        "הטקסט הזה אינו נחלת הכלל.",
        "यह पाठ CC BY 4.0 के अंतर्गत नहीं है।",
        "本文並非公有領域。",
        "本文不采用知识共享署名 4.0 国际许可协议。",
        "这段文字是否属于公有领域？",
        "¿Está este texto en el dominio público?",
        "Questo testo è nel pubblico dominio?",
        "Se questo testo fosse di pubblico dominio, lo stamperemmo.",
        "Jeśli ten tekst jest w domenie publicznej, można go kopiować.",
        "Если этот текст находится в общественном достоянии, его можно копировать.",
    ],
)
def test_what_is_denied_or_left_open_is_not_said(text):
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Wikipedia articles are licensed under CC BY-SA 4.0.",
        "The text of Wikipedia is licensed under CC BY-SA 4.0.",
        "Die Texte der Wikipedia stehen unter CC BY-SA 4.0.",
        "The novel he translated is in the public domain.",
        "La costa es de dominio público marítimo-terrestre.",
        "Authors should consider whether they want to publish under CC BY 4.0.",
        "How to publish your work under a Creative Commons Attribution 4.0 licence",
        "Old charts that are in the public domain hang in the hall.",
        'He wrote "all rights reserved" on the back.',
        "Der Vermerk „alle Rechte vorbehalten“ ist überflüssig.",
        "We sent it cc by post.",
        "Creative Commons is a nonprofit organisation.",
        "The library's scans of old maps are in the public domain.",
        "Public domain day is celebrated on 1 January.",
        "The Public Domain Review wrote about it.",
        "We demand that all rights reserved for fishermen be shared.",
        "El muelle es un bien de dominio público portuario.",
        "Our guide explains CC BY 4.0 and other licences to authors.",
        "Choose a licence: CC BY 4.0, CC BY-SA 4.0, CC BY-NC 4.0",
        "The law protects works that are in copyright.",
        "Wikipedia uses CC BY-SA.",
        "Wikipedia: CC BY-SA 4.0",
        "Our sister paper publishes under CC BY 4.0.",
        "The museum put its catalogue under CC BY 4.0 last week.",
        "The government released the data under CC BY 4.0.",
        "The town's old charts are now in the public domain, the archivist said.",
        "In 1957 the song entered the public domain.",
        "Das Lied ist seit 1957 gemeinfrei.",
        "Les cartes anciennes sont dans le domaine public.",
        "Las cartas antiguas son de dominio público.",
        "Старые карты перешли в общественное достояние.",
        "Stare mapy są w domenie publicznej.",
        "De gamla kartorna är public domain.",
        "旧地图属于公有领域。",
        "古い地図はパブリックドメインです。",
        '"CC BY 4.0" is the name of a licence.',
        "What CC BY 4.0 means for authors",
        "Read about Creative Commons Attribution 4.0 here.",
        "This translation is based on a text licensed under CC BY 4.0.",
        "Parts of this text are licensed under CC BY 4.0.",
        "Some texts on this site are licensed under CC BY 4.0.",
        "This text quotes a report licensed under CC BY 4.0.",
        (
            "This article uses material from the Wikipedia article “Crane”, which is "
            "released under CC BY-SA 4.0."
        ),
        "Dieser Artikel verwendet Material aus der Wikipedia, das unter CC BY-SA 4.0 steht.",
        "Comments on this text are licensed under CC BY 4.0.",
        "By commenting you agree that your comments are licensed under CC BY 4.0.",
        "By submitting a text you agree to license it under CC BY-SA 4.0.",
        "Public domain in the United States only.",
        "This work is in the public domain in the United States.",
    ],
)
def test_what_is_said_of_other_works_is_not_said_of_this_one(text):
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Photo: Per Dahl, CC BY 4.0",
        "Foto: Per Dahl (CC BY-SA 3.0)",
        "Bild: Per Dahl / CC BY 2.0",
        "Titelbild: Per Dahl, Lizenz: CC BY 4.0",
        "Crédit photo : Per Dahl, CC BY 4.0",
        "Zdjęcie: Per Dahl, CC BY-SA 4.0",
        "Фото: Пер Даль, CC BY-SA 4.0",
        "写真：ペール・ダール、CC BY 4.0",
        "图片：张三，CC BY-SA 4.0",
        "صورة: بير دال، CC BY 4.0",
        "Kuva: Per Dahl, CC BY 4.0",
        "All photographs on this page are licensed under CC BY 4.0.",
        "The images are in the public domain.",
        "Ferry at the quay (photo by Per Dahl, CC BY-SA 2.0)",
        "The quay in 1901. Public domain, via Wikimedia Commons",
        "Headerimage \u2013 CC by Per @ Flickr",
        "© Per Dahl / flickr.com | CC BY 2.0",
        "Most sheet music of that time is in the public domain.",
        "The manuscript was never in the public domain.",
        "OpenStreetMap data is licensed under the ODbL.",
        "Lightbox script, licensed under CC BY 2.5",
        "Icons made by Freepik, CC BY 3.0",
        "Map data: OpenStreetMap contributors, CC BY-SA 2.0",
        "Music: Per Dahl, CC BY 4.0",
        "Video by Per Dahl is licensed under CC BY 4.0",
        "Cover photo: the quay, Per Dahl. CC BY-SA 4.0",
        "Illustration © Per Dahl, CC BY-ND 4.0",
        "Abb. 3: Der Kran (Foto: Per Dahl, CC BY-SA 4.0)",
        "Fig. 2. The crane. Image: Per Dahl, CC BY 4.0.",
        "Imagen: Per Dahl (CC BY 2.0)",
        "Immagine di Per Dahl, CC BY-SA 3.0",
        "Foto av Per Dahl, CC BY 4.0",
        "Afbeelding: Per Dahl, CC0",
        "Kuva: Per Dahl, public domain",
        "Photo: public domain",
        "Photograph in the public domain, Hallby Museum",
        "She donated the drawings to the public domain.",
        "(Photo: Hallby Museum/CC BY 4.0)",
        "Picture credits: Ann Berg (CC BY 4.0), Per Dahl (CC BY-SA 3.0)",
        "Bildnachweis: Per Dahl, CC BY-SA 4.0",
        "Photo by Per Dahl. CC BY-SA 4.0",
        "Photo by Per Dahl on Flickr, CC BY-NC 2.0",
        "Foto: Per Dahl | CC BY-SA 4.0",
        "Source of the image: Per Dahl, CC BY-SA 4.0",
        "Fotografía de Per Dahl, licencia CC BY 4.0",
        "Photographie : Per Dahl, licence CC BY 4.0",
        "Ilustracja: Per Dahl, na licencji CC BY 4.0",
        "Rysunek: Per Dahl, CC BY 4.0",
        "Рис. 1. Кран. Автор фото: Пер Даль, CC BY-SA 4.0",
        "Görsel: Per Dahl, CC BY-SA 4.0",
        "사진: 페르 달, CC BY 4.0",
        "תמונה: פר דאל, CC BY 4.0",
        "Φωτογραφία: Περ Νταλ, CC BY 4.0",
        "Icon by Per Dahl from the Noun Project (CC BY 3.0)",
        "Font: Harbour Sans, licensed under the Open Font License",
        "Theme by Per Dahl, licensed under the MIT License",
        "The photographs in this text are licensed under CC BY 4.0.",
        "Bild: Per Dahl, gemeinfrei",
        "Foto: gemeinfrei",
        "Image : domaine public",
        "Imagen: dominio público",
        "Crédits photo : Ville de Hallby, CC BY-NC-SA 4.0",
    ],
)
def test_the_credit_of_a_picture_is_not_the_right_of_the_text(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "normalized"),
    [
        ("This text is licensed under CC BY 4.0.", "CC-BY-4.0"),
        ("Except where otherwise noted, this text is licensed under CC BY 4.0.", "CC-BY-4.0"),
        ("Unless otherwise stated, content on this site is licensed under CC BY 4.0.", "CC-BY-4.0"),
        ("This text is licensed under CC BY 4.0 except where otherwise noted.", "CC-BY-4.0"),
        (
            "Sofern nicht anders angegeben, stehen die Inhalte dieser Seite unter CC BY 4.0.",
            "CC-BY-4.0",
        ),
        (
            "Soweit nicht anders vermerkt, stehen alle Texte unter der Lizenz CC BY 4.0.",
            "CC-BY-4.0",
        ),
        (
            "Sauf mention contraire, les contenus de ce site sont sous licence CC BY 4.0.",
            "CC-BY-4.0",
        ),
        (
            (
                "Salvo que se indique lo contrario, el contenido de este sitio está bajo "
                "licencia CC BY 4.0."
            ),
            "CC-BY-4.0",
        ),
        (
            (
                "Salvo diversa indicazione, i contenuti di questo sito sono distribuiti "
                "con licenza CC BY 4.0."
            ),
            "CC-BY-4.0",
        ),
        (
            (
                "Exceto quando indicado em contrário, o conteúdo deste site está sob a "
                "licença CC BY 4.0."
            ),
            "CC-BY-4.0",
        ),
        ("Tenzij anders vermeld, valt de inhoud van deze site onder CC BY 4.0.", "CC-BY-4.0"),
        (
            "O ile nie zaznaczono inaczej, treść tej strony dostępna jest na licencji CC BY 4.0.",
            "CC-BY-4.0",
        ),
        ("Om inte annat anges är innehållet licensierat under CC BY 4.0.", "CC-BY-4.0"),
        ("Hvis ikke andet er angivet, er indholdet under CC BY 4.0.", "CC-BY-4.0"),
        (
            "Ellei toisin mainita, sivuston sisältö on lisensoitu CC BY 4.0 -lisenssillä.",
            "CC-BY-4.0",
        ),
        ("Pokud není uvedeno jinak, obsah je dostupný pod licencí CC BY 4.0.", "CC-BY-4.0"),
        ("Если не указано иное, содержание сайта доступно по лицензии CC BY 4.0.", "CC-BY-4.0"),
        ("Aksi belirtilmedikçe içerik CC BY 4.0 lisansı altındadır.", "CC-BY-4.0"),
        (
            "特に記載のない限り、本サイトのコンテンツは CC BY 4.0 でライセンスされています。",
            "CC-BY-4.0",
        ),
        ("除另有说明外，本站内容采用 CC BY 4.0 许可协议。", "CC-BY-4.0"),
        (
            (
                "distributed under the Creative Commons Attribution License, which "
                "permits unrestricted use, distribution, and reproduction"
            ),
            "CC-BY",
        ),
        ("Licence: CC BY", "CC-BY"),
        ('"Notes on the tide" by Ann Berg is licensed under CC BY 4.0', "CC-BY-4.0"),
        (
            (
                "Text is available under the Creative Commons Attribution-ShareAlike "
                "License 4.0; additional terms may apply."
            ),
            "CC-BY-SA-4.0",
        ),
        ("Text and images: CC BY 4.0", "CC-BY-4.0"),
        ("Texte und Bilder stehen unter CC BY 4.0", "CC-BY-4.0"),
        ("Content may be reused under CC BY 4.0.", "CC-BY-4.0"),
        ("© 2020 Hallby Museum, CC BY-NC 4.0", "CC-BY-NC-4.0"),
        ("Not for sale. CC BY 4.0", "CC-BY-4.0"),
        ("This page, including the photos, is licensed under CC BY 4.0.", "CC-BY-4.0"),
        ("No rights reserved (CC0)", "CC0-1.0"),
        ("https://creativecommons.org/licenses/by/4.0/legalcode.de", "CC-BY-4.0"),
        ("Licensed CC-BY-4.0.", "CC-BY-4.0"),
        ("Lizenz: CC BY 4.0", "CC-BY-4.0"),
        ("License: [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)", "CC-BY-4.0"),
        ("Published by Hallby Museum under CC BY 4.0", "CC-BY-4.0"),
        (
            "Der Text dieser Seite ist unter CC BY 4.0 verfügbar, die Bilder sind es nicht.",
            "CC-BY-4.0",
        ),
        ("The text is licensed under CC BY 4.0, the photographs are not.", "CC-BY-4.0"),
        ("This text, with the exception of quotations, is licensed under CC BY 4.0.", "CC-BY-4.0"),
        ("Mit Ausnahme der Bilder steht dieser Text unter CC BY 4.0.", "CC-BY-4.0"),
        ("Dieser Text steht, sofern nicht anders gekennzeichnet, unter CC BY 4.0.", "CC-BY-4.0"),
        ("This article, which appeared in 2019, is licensed under CC BY 4.0.", "CC-BY-4.0"),
        ("Our texts are licensed under CC BY 4.0.", "CC-BY-4.0"),
        (
            (
                "Alle Inhalte dieser Website stehen, wenn nicht anders angegeben, unter "
                "der Lizenz CC BY 4.0."
            ),
            "CC-BY-4.0",
        ),
        ("Except where otherwise\nnoted, this text is licensed under CC BY 4.0.", "CC-BY-4.0"),
        (
            (
                "This text is licensed under the\nCreative Commons Attribution 4.0 "
                "International License."
            ),
            "CC-BY-4.0",
        ),
        ("Os textos deste site estão sob a licença CC BY-SA 4.0", "CC-BY-SA-4.0"),
        ("Los textos de esta página están bajo licencia CC BY-SA 4.0", "CC-BY-SA-4.0"),
        ("Tot el contingut d'aquest web està sota llicència CC BY-SA 4.0", "CC-BY-SA-4.0"),
        ("I testi di questo sito sono rilasciati con licenza CC BY-SA 4.0", "CC-BY-SA-4.0"),
        ("Teksty na tej stronie są dostępne na licencji CC BY-SA 4.0", "CC-BY-SA-4.0"),
        ("Teksten på denne siden er lisensiert under CC BY-SA 4.0", "CC-BY-SA-4.0"),
        ("Bu eser CC BY-SA 4.0 ile lisanslanmıştır.", "CC-BY-SA-4.0"),
        ("Материалы сайта доступны по лицензии CC BY-SA 4.0", "CC-BY-SA-4.0"),
        ("本页面内容采用 CC BY-SA 4.0 授权", "CC-BY-SA-4.0"),
        ("この記事は CC BY-SA 4.0 の下で公開されています。", "CC-BY-SA-4.0"),
        ("이 글은 CC BY-SA 4.0 라이선스를 따릅니다.", "CC-BY-SA-4.0"),
        ("هذا النص متاح بموجب رخصة CC BY-SA 4.0", "CC-BY-SA-4.0"),
        ("Αυτό το έργο διατίθεται με άδεια CC BY-SA 4.0", "CC-BY-SA-4.0"),
        ("[CC BY-NC 4.0](https://creativecommons.org/licenses/by/4.0/)", "CC-BY-NC-4.0"),
        ("Tenzij anders vermeld valt de inhoud van deze site onder CC BY 4.0.", "CC-BY-4.0"),
        (
            "Salvo indicación contraria el contenido de este sitio está bajo licencia CC BY 4.0.",
            "CC-BY-4.0",
        ),
        (
            (
                "Salvo diversa indicazione i contenuti di questo sito sono rilasciati "
                "con licenza CC BY 4.0."
            ),
            "CC-BY-4.0",
        ),
        (
            (
                "Exceto quando indicado em contrário o conteúdo deste site está sob a "
                "licença CC BY 4.0."
            ),
            "CC-BY-4.0",
        ),
        ("Если не указано иное материалы сайта доступны по лицензии CC BY 4.0.", "CC-BY-4.0"),
        (
            "Text: Ann Berg, CC BY 4.0",
            "CC-BY-4.0",
        ),
        (
            "Text by Ann Berg, CC BY 4.0. Photo by Per Dahl, all rights reserved.",
            "CC-BY-4.0",
        ),
        (
            "The photos are not free; the text is licensed under CC BY 4.0.",
            "CC-BY-4.0",
        ),
        (
            "Photographs may not be reused. This text is CC BY 4.0.",
            "CC-BY-4.0",
        ),
        (
            (
                "Unless indicated otherwise, the texts on this website are licensed under a "
                "Creative Commons Attribution 4.0 International license"
            ),
            "CC-BY-4.0",
        ),
        (
            "Where not otherwise noted, this work is licensed under CC BY 4.0",
            "CC-BY-4.0",
        ),
        (
            "Content on this site is licensed under CC BY 4.0 unless otherwise noted.",
            "CC-BY-4.0",
        ),
        (
            "Save where otherwise noted, this report is under CC BY 4.0",
            "CC-BY-4.0",
        ),
        (
            "Sauf indication contraire, le contenu de ce site est publié sous licence CC BY 4.0.",
            "CC-BY-4.0",
        ),
        (
            "Hallby Museum, 2020. CC BY 4.0.",
            "CC-BY-4.0",
        ),
        (
            "Ann Berg 2021 \u2013 CC BY 4.0",
            "CC-BY-4.0",
        ),
        (
            "Report No. 12, CC BY 4.0",
            "CC-BY-4.0",
        ),
        (
            "Published in May 2021 under CC BY 4.0",
            "CC-BY-4.0",
        ),
        (
            "You may copy and adapt this text under CC BY 4.0.",
            "CC-BY-4.0",
        ),
        (
            "This article is published open access under a CC BY 4.0 licence.",
            "CC-BY-4.0",
        ),
        (
            (
                "Open Access This article is licensed under a Creative Commons Attribution "
                "4.0 International License, which permits use, sharing and adaptation"
            ),
            "CC-BY-4.0",
        ),
        (
            (
                "This is an open access article under the CC BY-NC-ND license "
                "(http://creativecommons.org/licenses/by-nc-nd/4.0/)."
            ),
            "CC-BY-NC-ND-4.0",
        ),
        (
            (
                "Lizenz: Die von uns verfassten Inhalte stehen, soweit nicht anders "
                "vermerkt, unter der Lizenz Creative Commons BY-NC-SA 4.0."
            ),
            "CC-BY-NC-SA-4.0",
        ),
        (
            (
                "© 2019 The authors. This is an open access article distributed under the "
                "terms of the Creative Commons Attribution License "
                "(http://creativecommons.org/licenses/by/4.0/), which permits unrestricted use."
            ),
            "CC-BY-4.0",
        ),
        (
            "Distributed under a CC BY 4.0 licence",
            "CC-BY-4.0",
        ),
        (
            "This text may be used under CC BY 4.0.",
            "CC-BY-4.0",
        ),
        (
            "This text can be reused under CC BY 4.0 if its author is named.",
            "CC-BY-4.0",
        ),
        (
            "Text is available under CC BY-SA 4.0 unless otherwise noted.",
            "CC-BY-SA-4.0",
        ),
        (
            "Ce contenu est sous licence CC BY 4.0, sauf mention contraire.",
            "CC-BY-4.0",
        ),
        (
            "Der Inhalt ist verfügbar unter CC BY 4.0, sofern nicht anders angegeben.",
            "CC-BY-4.0",
        ),
        (
            (
                "Der Inhalt ist verfügbar unter der Lizenz CC BY-SA 4.0, sofern nicht "
                "anders angegeben."
            ),
            "CC-BY-SA-4.0",
        ),
        (
            "Contenu sous licence CC BY-NC-SA 4.0",
            "CC-BY-NC-SA-4.0",
        ),
        (
            "Text und Bilder: Ann Berg, CC BY 4.0",
            "CC-BY-4.0",
        ),
        (
            "Texte : Ann Berg, CC BY 4.0",
            "CC-BY-4.0",
        ),
        (
            "© 2021 Hallby kommun. Innehållet är licensierat under CC BY 4.0.",
            "CC-BY-4.0",
        ),
        (
            "Hallby Museum stellt diesen Text unter der Lizenz CC BY 4.0 zur Verfügung.",
            "CC-BY-4.0",
        ),
        (
            "Nutzung gemäß CC BY 4.0",
            "CC-BY-4.0",
        ),
        (
            "Licens: CC BY 4.0",
            "CC-BY-4.0",
        ),
        (
            "Лицензия: CC BY 4.0",
            "CC-BY-4.0",
        ),
        (
            "ライセンス：CC BY 4.0",
            "CC-BY-4.0",
        ),
        (
            "许可协议：CC BY 4.0",
            "CC-BY-4.0",
        ),
        (
            "Any reuse of this text is governed by the CC BY 4.0 licence.",
            "CC-BY-4.0",
        ),
        (
            "Reuse: CC BY 4.0",
            "CC-BY-4.0",
        ),
        (
            "Terms of use: CC BY 4.0",
            "CC-BY-4.0",
        ),
        (
            "Rechteinhaber: Hallby Museum, CC BY 4.0",
            "CC-BY-4.0",
        ),
    ],
)
def test_an_exception_or_another_sentence_takes_nothing_back(text, normalized):
    assert statement(text) == normalized


@pytest.mark.parametrize(
    ("text", "normalized"),
    [
        ("This text is in the public domain.", "public-domain"),
        ("Dieser Text ist gemeinfrei.", "public-domain"),
        ("Este texto es de dominio público.", "public-domain"),
        ("Esta obra está no domínio público.", "public-domain"),
        ("Ce texte est dans le domaine public.", "public-domain"),
        ("Public domain", "public-domain"),
        ("Rights: public domain", "public-domain"),
        ("Gemeinfrei", "public-domain"),
        ("Этот текст находится в общественном достоянии.", "public-domain"),
        ("本文属于公有领域。", "public-domain"),
        ("© 2024 Harbour Office. All rights reserved.", "all-rights-reserved"),
        ("Reproduction not permitted, all rights reserved", "all-rights-reserved"),
        ("Alle Rechte vorbehalten · 2022 · Hallby Verlag GmbH", "all-rights-reserved"),
        ("In copyright until 2040.", "in-copyright"),
        ("This work is still in copyright.", "in-copyright"),
        ("Alle Texte und Bilder sind urheberrechtlich geschützt.", "in-copyright"),
        ("Ce texte est protégé par le droit d'auteur.", "in-copyright"),
        ("No known copyright restrictions.", "https://rightsstatements.org/vocab/NKC/1.0/"),
        ("In Copyright", "https://rightsstatements.org/vocab/InC/1.0/"),
        ("Rights: In Copyright", "https://rightsstatements.org/vocab/InC/1.0/"),
        ("No Copyright \u2013 United States", "https://rightsstatements.org/vocab/NoC-US/1.0/"),
        (
            "https://rightsstatements.org/vocab/CNE/1.0/",
            "https://rightsstatements.org/vocab/CNE/1.0/",
        ),
        ("Open Government Licence v3.0", "OGL-UK-3.0"),
        (
            "Contains public sector information licensed under the Open Government Licence v2.0.",
            "OGL-UK-2.0",
        ),
        ("Open Government Licence - Canada", "OGL-Canada-2.0"),
        ("© Crown copyright 2021", "crown-copyright"),
        ("GNU Free Documentation License, Version 1.3 or any later version", "GFDL-1.3-or-later"),
        (
            "http://creativecommons.org/licenses/by-nc-nd/2.5/se/",
            "https://creativecommons.org/licenses/by-nc-nd/2.5/se/",
        ),
        ("This work is in the public domain because its author died in 1920.", "public-domain"),
        ("To the extent possible under law, this text is in the public domain.", "public-domain"),
        ("Το κείμενο είναι κοινό κτήμα.", "public-domain"),
        ("Questo testo è di pubblico dominio.", "public-domain"),
        ("Ten utwór jest w domenie publicznej.", "public-domain"),
        ("Deze tekst behoort tot het publieke domein.", "public-domain"),
        ("Tous droits réservés. Reproduction interdite.", "all-rights-reserved"),
        ("© The authors. All rights reserved.", "all-rights-reserved"),
        (
            "Reproduction without permission is not allowed. All rights reserved.",
            "all-rights-reserved",
        ),
        ("© 2019 the museum of Hallby all rights reserved", "all-rights-reserved"),
        ("Alle rettigheder forbeholdes", "all-rights-reserved"),
        ("This text is protected by copyright and may not be copied.", "in-copyright"),
        (
            "In Copyright - Educational Use Permitted",
            "https://rightsstatements.org/vocab/InC-EDU/1.0/",
        ),
        ("Copyright Undetermined", "https://rightsstatements.org/vocab/UND/1.0/"),
        (
            "There are no known copyright restrictions on this text.",
            "https://rightsstatements.org/vocab/NKC/1.0/",
        ),
        (
            (
                "All content is available under the Open Government Licence v3.0, except "
                "where otherwise stated"
            ),
            "OGL-UK-3.0",
        ),
        ("Open Government Licence", "open-government-licence"),
        ("This work is released under the MIT License.", "MIT"),
        ("Licensed under the Apache License, Version 2.0", "Apache-2.0"),
        (
            "under the terms of the GNU General Public License, version 3 or any later version",
            "GPL-3.0-or-later",
        ),
        (
            (
                "To the extent possible under law, Ann Berg has waived all copyright and "
                "related or neighboring rights to this text (CC0 1.0)."
            ),
            "CC0-1.0",
        ),
        (
            "Licence: public domain",
            "public-domain",
        ),
        (
            "Public domain.",
            "public-domain",
        ),
        (
            "This file is in the public domain.",
            "public-domain",
        ),
        (
            "Esta obra se encuentra en dominio público.",
            "public-domain",
        ),
        (
            "Ce document est tombé dans le domaine public.",
            "public-domain",
        ),
        (
            "Diese Karte ist gemeinfrei.",
            "public-domain",
        ),
        (
            "This map is in the public domain.",
            "public-domain",
        ),
        (
            "All rights reserved, no part of this text may be copied.",
            "all-rights-reserved",
        ),
        (
            "All Rights Reserved - Hallby Museum",
            "all-rights-reserved",
        ),
        (
            "No part of this book may be copied. All rights reserved.",
            "all-rights-reserved",
        ),
        (
            "HALLBY MUSEUM ALL RIGHTS RESERVED",
            "all-rights-reserved",
        ),
        (
            "Dieser Text ist unter CC0 freigegeben.",
            "CC0-1.0",
        ),
        (
            "Alle tekster på denne siden er frigitt under CC0 1.0",
            "CC0-1.0",
        ),
        (
            "© Hallby Museum 2020 \u2013 Alle Rechte vorbehalten",
            "all-rights-reserved",
        ),
        (
            "© 2020 Ann Berg, tous droits réservés.",
            "all-rights-reserved",
        ),
        (
            "جميع الحقوق محفوظة © متحف الميناء 2020",
            "all-rights-reserved",
        ),
    ],
)
def test_other_statements_have_a_name(text, normalized):
    assert statement(text) == normalized


def test_a_denied_licence_leaves_what_else_is_said():
    line = "© 2019 Ann Berg. This text is not licensed under CC BY 4.0. All rights reserved."
    assert statements(line) == ("all-rights-reserved",)


def test_a_line_that_ends_is_no_part_of_the_next_one():
    text = (
        "Prizes: 2004 nomination, 2007 master class of the Award for Harbours\nContent: CC BY 4.0"
    )
    (mention,) = mentions(text, text.index("Content"), len(text))
    assert (mention.normalized, mention.sense) == ("CC-BY-4.0", Sense.SAID)


def test_each_part_of_a_line_has_its_own_rights():
    line = "Text: all rights reserved. Photographs: CC BY 4.0."
    found = [(each.normalized, each.sense) for each in mentions(line, 0, len(line))]
    assert sorted(found) == [("CC-BY-4.0", Sense.PART), ("all-rights-reserved", Sense.SAID)]


def test_two_licences_of_one_line_that_contradict_each_other_are_both_told():
    line = "[CC BY-NC 4.0](https://creativecommons.org/licenses/by/4.0/)"
    assert statements(line) == ("CC-BY-NC-4.0", "CC-BY-4.0")
    assert statements("CC BY-SA 3.0 or CC BY-NC 4.0") == ("CC-BY-SA-3.0",)
