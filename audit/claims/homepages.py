"""What sites call their home page, with which breadcrumbs begin: it names a page, no publisher."""

from typing import Final

from audit.claims.words import fold_title

_NAMES: Final = {
    "ar": "الرئيسية|الصفحة الرئيسية|الرئيسيه|البداية",
    "bg": "начало|начална страница",
    "ca": "inici|pàgina inicial|pàgina d'inici",
    "cs": "domů|úvod|úvodní stránka|úvodní strana|domovská stránka|hlavní stránka|hlavní strana",
    "da": "hjem|forside|forsiden",
    "de": "startseite|start|home|hauptseite|titelseite|zur startseite",
    "el": "αρχική|αρχική σελίδα|κεντρική σελίδα|κεντρική",
    "en": "home|home page|homepage|front page|frontpage|main page|main|start page|start|top|"
    "top page|index|back to home|go to home",
    "es": "inicio|portada|página principal|página de inicio|principal|ir al inicio",
    "et": "avaleht|esileht",
    "eu": "hasiera",
    "fa": "خانه|صفحه اصلی|صفحهٔ اصلی|صفحه نخست|صفحهٔ نخست",
    "fi": "etusivu|koti|aloitussivu|alkuun",
    "fr": "accueil|page d'accueil|à la une|retour à l'accueil",
    "gl": "portada|inicio",
    "he": "דף הבית|עמוד הבית|ראשי|דף ראשי|עמוד ראשי|בית",
    "hi": "होम|होम पेज|होमपेज|मुख्य पृष्ठ|मुखपृष्ठ|मुख पृष्ठ|गृह पृष्ठ",
    "hr": "naslovnica|početna|početna stranica",
    "hu": "kezdőlap|főoldal|nyitólap|nyitóoldal|címlap",
    "id": "beranda|halaman utama|laman utama|halaman depan",
    "it": "home|home page|homepage|pagina iniziale|pagina principale|prima pagina",
    "ja": "ホーム|ホームページ|トップ|トップページ|topページ|表紙|ホームへ|トップへ",
    "ko": "홈|홈페이지|메인|메인페이지|메인 페이지|첫 페이지|첫페이지|처음으로",
    "lt": "pradžia|pradinis|pagrindinis|titulinis",
    "lv": "sākums|sākumlapa",
    "ms": "laman utama|halaman utama|utama",
    "nb": "hjem|forside|forsiden|startside|hjemmeside",
    "nl": "home|startpagina|voorpagina|hoofdpagina|thuis|thuispagina|begin",
    "pl": "strona główna|strona startowa|główna|start",
    "pt": "início|página inicial|página principal|capa|principal",
    "ro": "acasă|prima pagină|pagina principală|pagina de start",
    "ru": "главная|главная страница|на главную|домой|домашняя страница|начало|начальная страница",
    "sk": "domov|úvod|úvodná stránka|hlavná stránka|domovská stránka",
    "sl": "domov|domača stran|začetna stran|naslovnica|prva stran",
    "sr": "почетна|почетна страна|насловна|насловна страна|početna|naslovna",
    "sv": "hem|startsida|startsidan|förstasidan|första sidan",
    "th": "หน้าแรก|หน้าหลัก|โฮม|หน้าโฮม",
    "tr": "ana sayfa|anasayfa|giriş",
    "uk": "головна|головна сторінка|на головну|додому",
    "ur": "صفحہ اول|سرورق|ہوم",
    "vi": "trang chủ|trang nhất|trang đầu",
    "zh": "首页|首頁|主页|主頁|网站首页|網站首頁|回首页|回首頁|返回首页|返回首頁|主頁面",
}
"""By language, in small letters; some words serve for several."""
_FOLDED: Final = frozenset(
    fold_title(name) for names in _NAMES.values() for name in names.split("|")
)
_EDGES: Final = " \t:·•|[]()<>«»‹›/"


def is_home_page(name: str) -> bool:
    """Tell whether *name* is what a site calls its home page, whatever the language."""
    return fold_title(name).strip(_EDGES) in _FOLDED
