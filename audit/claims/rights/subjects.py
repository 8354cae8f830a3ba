"""Words for what a statement of rights is about: the text itself, a picture in it, another work."""

import re
from typing import Final

from audit.claims.late import Late, Small

_THIS: Final = (
    r"this|these|herein|hereby|dieser|diese[smn]?|vorliegende[rsn]?|hiermit|ce(?:t|tte|s)?|ceci|"
    r"present[ea]?|"
    r"est[eao]s?|presente|quest[oaei]|nest[ea]s?|dest[ea]s?|deze|dit|niniejsz\w{1,4}|"
    r"t[aąeę]|ten|tego|"
    r"tej|denn[ae]|detta|dette|det här|den här|tämä\w{0,4}|tässä|tento|tato|toto|tohoto|této|"
    r"эт[оаи]|этот|этого|этой|данн\w{2,3}|настоящ\w{2,4}|ц[яеі]|цей|bu|işbu|αυτό|το παρόν|"
    r"aquest\w{0,2}|"
    r"ez|ezt|acest\w{0,2}|această"
)
_TEXT: Final = (
    r"texts?|contents?|articles?|works?|materials?|pages?|web\s?pages?|sites?|web\s?sites?|"
    r"documents?|publications?|blogs?|posts?|posting|stor(?:y|ies)|books?|ebooks?|reports?|"
    r"translations?|transcriptions?|transcripts?|editions?|files?|records?|collections?|datasets?|"
    r"inhalte?n?s?|texte?n?s?|werke?[sn]?|beitr(?:ag|äge)e?n?s?|artikeln?|seiten?|webseiten?|"
    r"websites?|"
    r"dokumente?s?|webangebot|angebot|veröffentlichung(?:en)?|aufsatz|übersetzung|"
    r"contenus?|textes?|œuvres?|oeuvres?|articles?|pages?|documents?|"
    r"contenidos?|textos?|obras?|artículos?|páginas?|sitios?|documentos?|publicación|"
    r"contenut[oi]|test[oi]|oper[ae]|articol[oi]|pagin[ae]|sito|documento|"
    r"trabalhos?|conteúdos?|artigos?|conteúdo|publicação|continguts?|"
    r"inhoud|teksten|tekst|werken?|artikelen|artikel|pagina['’]?s?|"
    r"treś(?:ć|ci)|tekst(?:y|u|ów)?|utwór|utworu|dzieło|artykuł\w{0,3}|stron[ayę]|"
    r"innehåll\w{0,3}|texten|texter\w{0,2}|verk(?:et)?|artikeln|sidan?|webbplats\w{0,2}|"
    r"indhold\w{0,2}|innhold\w{0,2}|tekst(?:en|er|erne|ene)|værk(?:et)?|siden?|artikkel\w{0,3}|"
    r"sisältö\w{0,3}|teksti\w{0,2}|teos|teokse\w{1,3}|sivusto\w{0,3}|artikkeli\w{0,2}|"
    r"obsah\w{0,2}|textu|dílo|díla|článek|články|stránk\w{1,3}|"
    r"текст\w{0,3}|содержани\w{1,2}|содержимое|контент\w{0,2}|материал\w{0,3}|произведени\w{1,2}|"
    r"стать\w|"
    r"сайт\w{0,2}|матеріали?|твір|вміст|"
    r"içerik\w{0,4}|metin\w{0,3}|metn\w{1,3}|eser\w{0,2}|makale\w{0,2}|site\w{0,6}|sayfa\w{0,5}|"
    r"περιεχόμενο|κείμεν[οα]|έργο|άρθρο|σελίδα"
)
_MEDIA: Final = (
    r"images?|photos?|photographs?|photography|pictures?|illustrations?|drawings?|graphics?|"
    r"figures?|"
    r"videos?|film|audio|music|soundtrack|logos?|map (?:data|tiles)|"
    r"code samples?|source code|theme|plugins?|templates?|fonts?|icons?|"
    r"\w{0,20}bild(?:er|ern|es|nachweis|quelle|rechte)?|\w{0,20}fotos?|fotocredits?|"
    r"fotograf(?:ie|ien|i)|"
    r"abbildung(?:en)?|abb|grafik(?:en)?|zeichnung(?:en)?|kartendaten|musik|"
    r"headerimage|crédits?(?: photo\w{0,8})?|dessins?|photographies?|"
    r"im[aá]gen(?:es)?|fotografías?|ilustraci(?:ón|ones)|dibujos?|"
    r"immagin[ei]|fotografi[ae]|illustrazion[ei]|imagens?|fotografias?|ilustraç(?:ão|ões)|imatges?|"
    r"afbeelding(?:en)?|beeld|foto['’]s|tekening(?:en)?|zdjęci[ea]|rysun(?:ek|ki)|rycina|fot|ilustracj[ea]|obraz(?:y|"
    r"ek)?|"
    r"bilder(?:na)?|bilden|foton|fotografier|billeder(?:ne)?|billede|bilde(?:t|ne)?|"
    r"illustration(?:er)?|"
    r"kuvat?|valokuvat?|obráz(?:ek|ky)|fotografie|фото\w{0,8}|изображени[ея]|рисун(?:ок|ки)|"
    r"иллюстраци[яи]|"
    r"fotoğraf\w{0,4}|görsel\w{0,4}|resim\w{0,4}|φωτογραφί\w{1,3}|εικόν\w{1,3}"
)
_CASELESS_THIS: Final = r"この|本(?=[\w])|此|该|該|이 |본 |هذا|هذه|זה|זו|यह|इस"
_CASELESS_TEXT: Final = (
    r"コンテンツ|文章|記事|作品|テキスト|本文|内容|文字|文本|网站|網站|本站|콘텐츠|저작물|문서|글|"
    r"(?:ال)?محتو(?:ى|يات)|(?:ال)?مصنف|(?:ال)?نص(?:وص)?|(?:ال)?موقع|תוכן|טקסט|सामग्री|पाठ"
)
_CASELESS_MEDIA: Final = (
    r"写真|画像|图片|照片|圖片|图像|사진|이미지|(?:ال)?صور(?:ة)?|תמונ(?:ה|ות)|चित्र|عکس"
)
_AND: Final = (
    r"\s{0,2}(?:and|und|&|/|,|\+|et|y|e|i|en|och|og|ja|и|ve|και|sowie|及|和|と|、|و)"
    r"\s{0,2}(?:\w{1,5}\s)?"
)
_LEADING: Final = (
    r"(?:the|all|any|our|its|original|written|entire|whole|full|other|der|die|das|alle|unsere?|"
    r"eigene|"
    r"sämtliche|le|la|les|l['’]|tous|toutes|tout|nos|notre|el|los|las|lo|todo|todos?|toda|todas?|"
    r"nuestros|i|"
    r"il|gli|tutti|tutto|tutte|os?|as?|todo|tot|het|de|onze|wszystkie|wszelkie|allt|alla|alt|"
    r"kaikki|"
    r"veškerý|všechny|все|весь|tüm|το|όλα|τα|stehen|steht|sind|ist|är|er|is|are|valt|vallen|è|"
    r"sono|son|está|están|é|são|est|sont)"
)

THIS_ONE: Final = Late(rf"\b(?:d['’])?(?:{_THIS})(?!\w)\s\w+|\bquest['’]\w+", re.IGNORECASE)
"""What a sentence points at: `this map`."""
MEDIA: Final = Small(rf"\b(?:{_MEDIA})\b|{_CASELESS_MEDIA}", re.IGNORECASE)
"""A picture, a sound or a piece of code in a text."""
SELF: Final = Small(
    r"\bquest['’](?=\w)|"
    rf"\b(?:{_THIS})(?!\w)|{_CASELESS_THIS}|{_CASELESS_TEXT}|"
    rf"(?:^|[:,;–—(])\s{{0,3}}(?:{_LEADING}\s{{1,2}}){{0,3}}(?:(?:von uns|"
    rf"by us)\s\w{{3,14}}\s)?(?:{_TEXT})\b(?!\s(?:of|der|von|de|del|di|van)\s(?-i:[A-ZÀ-Þ]))",
    re.IGNORECASE,
)
"""The text itself, or the page on which it stands."""
OF_PICTURES: Final = Small(
    rf"(?:\A|[:–—.(\[]|\s-)\W{{0,3}}(?:(?:{_LEADING}|header|cover|hero|title|most|some|these|"
    rf"this|diese[rs]?|"
    rf"cette|esta|questa)\s{{1,2}}){{0,3}}(?:{_MEDIA})\b"
    r"(?!\s(?:museum|archiv\w{0,3}|gallery|galerie|club|agency|studio|press|service|library|"
    r"print|verlag))|"
    rf"\b(?:{_MEDIA})\s{{0,2}}(?::|©|\(c\)|by\b|von\b|par\b|di\b|de\b|av\b|af\b|door\b|courtesy|"
    rf"credits?|"
    rf"copyright)|(?:{_CASELESS_MEDIA})",
    re.IGNORECASE,
)
"""A credit of pictures, or a sentence about them."""
CREDITS: Final = Late(
    rf"(?:{_LEADING}\s)?(?:{_MEDIA})(?:(?:{_AND}|\s{{0,2}}[-–—/]\s{{0,2}}|\s)"
    rf"(?:{_MEDIA}|credits?|sources?|attributions?|rights|licen[sc]es?|copyrights?|nachweise?|"
    r"quellen?|rechte|lizenz(?:en)?|crédits?|créditos?|crediti|licences?))?|"
    r"bildnachweise?|bildquellen?|bildrechte|crédits (?:photos?|photographiques)|"
    r"créditos (?:de las |das )?(?:fotos|imágenes|imagens)|crediti fotografici",
    re.IGNORECASE,
)
"""How a section is called that says whose the pictures are."""
PICTURE_NEXT: Final = Late(
    rf"\W{{0,4}}(?:(?:{_MEDIA})\b|{_CASELESS_MEDIA})(?!\s(?:and|und|et|y|e|en|og|och)\b)",
    re.IGNORECASE,
)
"""A picture that is named behind its licence."""
STOCK: Final = Late(
    r"wikimedia commons|\bflickr\b|unsplash|pixabay|\bpexels\b|shutterstock|getty\s?images|istock|"
    r"adobe\s?stock|stock\.adobe|\bistock|pfarrbriefservice|photocase|fotolia|picture alliance|"
    r"\bdpa\b|own work|eigenes werk|travail personnel|"
    r"trabajo propio|opera propria|"
    r"zum vergrößern|(?:click|tap) to enlarge|cliquez pour agrandir|clic para ampliar",
    re.IGNORECASE,
    stems=(
        "wikimedia|flickr|unsplash|pixabay|pexels|shutterstock|getty|istock|adobe|pfarrbrief|"
        "photocase|fotolia|alliance|dpa|own work|eigenes werk|personnel|trabajo|opera|vergrößern|"
        "enlarge|agrandir|ampliar"
    ),
)
"""Where pictures come from."""
OTHERS: Final = Late(
    r"wikipedia|wikimedia|wikidata|wiktionary|openstreetmap|\bflickr\b|arxiv|europeana|"
    r"project gutenberg|"
    r"youtube|soundcloud|internet archive|维基百科|ウィキペディア|위키백과|ويكيبيديا|википеди\w",
    re.IGNORECASE,
)
"""Well-known works and houses of others."""


_BOTH: Final = Late(
    rf"\b(?:{_TEXT}){_AND}(?:{_MEDIA})\b|\b(?:{_MEDIA}){_AND}(?:{_TEXT})\b|"
    rf"(?:{_CASELESS_TEXT}){_AND}(?:{_CASELESS_MEDIA})|"
    rf"(?:{_CASELESS_MEDIA}){_AND}(?:{_CASELESS_TEXT})",
    re.IGNORECASE,
)
_KNOWN: Final = Late(rf"{_THIS}|{_TEXT}|{_LEADING}|{_MEDIA}", re.IGNORECASE)


def are_both(piece: str) -> bool:
    """Tell whether *piece* names text and pictures alike: `text and images`."""
    return MEDIA.search(piece) is not None and _BOTH.search(piece) is not None


def is_known(word: str) -> bool:
    """Tell whether *word* names the text, a picture in it, or points at them."""
    return _KNOWN.fullmatch(word) is not None
