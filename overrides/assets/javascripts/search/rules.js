// The rules by which words are analysed: the build reads this JSON as well, hooks/library/search/analysis.py says why each is so.

/** @typedef {readonly [string | readonly string[], string]} Replacement a pattern, long ones in pieces, and what takes its place */
/** @typedef {Readonly<Record<string, string>>} Table */

/**
 * @typedef {object} Rules
 * @property {Readonly<Record<string, readonly string[]>>} stopWords
 * @property {readonly Replacement[]} spelling
 * @property {Table} irregular
 * @property {{ names: readonly Replacement[], fleeting: readonly Replacement[] }} russian
 * @property {KazakhRules} kazakh
 * @property {string} single nouns of one syllable
 * @property {Readonly<Record<string, readonly string[]>>} particles
 * @property {{ letters: Table, classes: readonly (readonly [string, string])[] }} skeleton
 * @property {{ keys: string, russian: string, kazakh: Table, leads: string, vowels: string, tails: string }} layouts
 * @property {Readonly<Record<string, Table>>} shortened first parts of words, and what each stands for
 * @property {Table} counted words for what has a number, by the beginning of the term that both make
 * @property {Table} shortenedEnds second parts that are shortened, too
 */

/**
 * @typedef {object} KazakhRules
 * @property {{ V: string, S: string, N: string, H: string }} groups
 * @property {string} back
 * @property {string} front
 * @property {string} neutral
 * @property {Table} hard
 * @property {readonly string[]} whole
 * @property {string} short
 * @property {Table} restored
 * @property {readonly (readonly [string, number])[]} passives
 * @property {Readonly<Record<"finite" | "relative" | "case" | "ours" | "plural" | "participle", readonly (readonly string[])[]>>} layers
 */

/** @type {Rules} */
export const rules = {
  "stopWords": {
    "en": [
      "a an and are as at be been between but by can did do does for from had has have he her his how if in into is its nor not of on",
      "or our she so such than that the their them then there these they this those to upon via was we were what when where which while",
      "whom whose why with within would you your"
    ],
    "ru": [
      "а без более бы был была были было быть в вам вас во вот все всех вы где да для до его ее если есть еще же за и из или им ими их",
      "к как какие какой каким какая когда кто ли либо между мы на над нам нас не него нее ни них но о об однако он она они оно от",
      "перед по под при про с со свой своей своих та так также такие такой там те тем то того той только том тот ту у уже чего чем",
      "через что чтобы эта эти этим этих это этого этой этом этот"
    ],
    "kk": [
      "ал арқылы бар болады болған болып болатын бойынша бір бірі бұл бұны да дан де дейін деген деп ден жөнінде жөніндегі және",
      "емес ең еді екен еді әр әрі кейін қалай қандай ғана ма мен мұнда не немесе ол олар олардың оны оның осы пен бен сол сондай",
      "сондықтан соның та те тағы тек туралы үшін ішінде ішінара ретінде өз өзі оған одан онда өте сияқты"
    ],
    "ko": [
      "및 등 그 이 저 또는 또한 그리고 대한 대해 위한 위해 통한 통해 관한 의한 따른 따라 어떻게 어떤 있는 있다 있으며 하는 한다 하며 것 수 두 더 것을 것이 것은 이를 그의 다른 무엇 무엇인가 무엇인가요 무엇인지 왜"
    ]
  },
  "spelling": [
    [["^(?![a-z]*(?:adv|dev|improv|rev|superv|telev|pr|[^i]c|nch|chand|parad|gu|[aouw]|",
      "(?:pro|pre|sur|de)m|(?:adver|exper|prac)t|sunr)is)(?!aris)([a-z]{2,})is(e|ed|er|ers|es|ing|ings|able)$"], "$1iz$2"],
    ["^(?!improv)([a-z]{2,})isation(s|al|ally)?$", "$1ization$2"],
    ["^((?:re|meta)?(?:anal|catal|dial|electrol|hydrol|paral))y[sz](?:es?|is)$", "$1yse"],
    ["^((?:re|meta)?(?:anal|catal|dial|electrol|hydrol|paral))yz(ed|er|ers|ing)$", "$1ys$2"],
    [["^((?:dis|mis|un|inter)?(?:arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|glam|harb|hon|hum|",
      "lab|misdemean|neighb|od|parl|ranc|rig|rum|sav|savi|splend|succ|tum|val|vap|vig))our"], "$1or"],
    ["^manoeuv", "maneuv"],
    ["^((?:centi|epi|kilo|milli|multi)?(?:calib|cent|fib|lit|lust|maneuv|meag|met|sab|somb|spect|theat))re(s|d)?$", "$1er$2"],
    ["^(cent|maneuv)ring$", "$1ering"],
    ["^((?:anal|catal|dial|epil|monol|prol)og)ue(s?)$", "$1$2"],
    ["^((?:anal|catal|dial|epil|monol|prol)og)u(ed|ers?|ing)$", "$1$2"],
    ["^([a-z]*gram)me(s?)$", "$1$2"],
    ["^(def|lic|off|pret)ence(s|d|less)?$", "$1ense$2"],
    ["^practis", "practic"],
    ["^((?:mis)?(?:abridg|acknowledg|judg))ement", "$1ment"],
    ["^(disti|enro|fulfi|insta)l(s|ments?)?$", "$1ll$2"],
    ["^(ski|wi)lful", "$1llful"],
    ["^((?:mis|re)?(?:canc|chann|couns|fu|lab|lev|mod|pan|trav|tunn))ell(ed|ing|ings|er|ers|or|ors)$", "$1el$2"],
    ["^(equ|initi|riv|sign|tot)all(ed|ing)$", "$1al$2"],
    ["^councillor", "councilor"],
    ["^ageing$", "aging"],
    ["^(an)?aesthe", "$1esthe"],
    ["^archaeo", "archeo"],
    ["^(encyclo|ortho)?paed", "$1ped"],
    ["^grey", "gray"],
    ["^sceptic", "skeptic"],
    ["^authorit(?:y|ies)$", "authoritas"],
    ["^(experim)ent", "$1int"],
    ["^custome", "custume"],
    ["^(govern)anc", "$1unc"],
    ["^(institu)tion", "$1sion"]
  ],
  "irregular": {
    "children": "child", "men": "man", "women": "woman", "policemen": "policeman", "criteria": "criterion", "phenomena": "phenomenon",
    "crises": "crisis", "theses": "thesis", "hypotheses": "hypothesis", "indices": "index", "appendices": "appendix"
  },
  "russian": {
    "names": [["^(.{2,}стан)(?:а|у|е|ом|ы|ов|ам|ами|ах)?$", "$1"], ["^((?:бела)?рус)(?:ь|и|ью)$", "$1"], ["^(коре)(?:я|и|е|ю|ей)$", "$1"]],
    "fleeting": [["([бвгджзклмнпрстфхцчшщ])[ое]к$", "$1к"], ["([бвгджзклмнпрстфхцчшщ])ец$", "$1ц"]]
  },
  "kazakh": {
    "groups": {"V": "аәеёиоөұүыіэюя", "S": "зжйлру", "N": "мнң", "H": "бвгғдкқпстфхһцчшщ"},
    "back": "аоұыяё",
    "front": "әеөүіэ",
    "neutral": "иуюь",
    "hard": {"б": "п", "г": "к", "ғ": "қ"},
    "whole": [
      "әзербайжан ауғанстан бутан дағыстан иран қазақстан қырғызстан ливан мажарстан өзбекстан пәкістан судан татарстан тәжікстан",
      "түрікменстан түркістан үндістан канада уганда руанда аспан ветеран дүкен заман зиян кеден маман майдан мекен орган отан план",
      "роман экран ағылшын алтын ақын бұрын буын жақын жиын мәтін орын тұрғын сағат тақырып қалып қорытынды шығын баға басқа қағида",
      "қысқа нұсқа пайда сауда тұлға апта тақта теңге аренда бригада команда легенда пошта пропаганда шахта гендер кластер стейкхолдер",
      "нәрсе тендер аппарат қабілет қанат санат сенат талап кітап мектеп өлке әділет басты бері жеті соғыс шығыс"
    ],
    "short": "ел іс үй ой ай ер",
    "restored": {
      "халқ": "халық", "орн": "орын", "мүлк": "мүлік", "көрк": "көрік", "қауп": "қауіп", "әрп": "әріп", "жылғ": "жыл",
      "талдан": "талда", "қабылдан": "қабылда"
    },
    "passives": [["...[мбп][ае]$", 2], ["..[^аәеёиоөұүыіэюя](?:ыл|іл)$", 2], ["..л(?:ын|ін)$", 2], ["..л[ае]н$", 1], ["..[дрст][ае]л$", 1]],
    "layers": {
      "finite": [
        ["ады еді йды йді иды иді йтын йтін", ""], ["атын етін", "[аеоыіө][лнрстз]|йт"], ["ып іп", "[аеыі][лнрзст]"], ["п", "[лдт][ае]"],
        ["мады меді бады беді пады педі", ""],
        ["дым дім", "[VSN]"], ["тым тім", "[H]"], ["са се", "[аеHSN]"]
      ],
      "relative": [["дағы дегі тағы тегі", ""]],
      "case": [
        ["мен", "[VNлйру]", "any"], ["бен", "[зж]", "any"], ["пен", "[H]", "any"],
        ["ның нің", "[VN]"], ["дың дің", "[Sю]"], ["тың тің", "[H]"],
        ["дан ден", "[VS]"], ["тан тен", "[H]"], ["нан нен", "[Nыі]"],
        ["нда нде", "[ыі]"], ["да де", "[VSN]"], ["та те", "[H]"],
        ["на не", "[ыі]"], ["ға ге", "[VSN]"], ["қа ке", "[H]"],
        ["ны ні", "[^ғқгк][ае]|[гк]а|баға|тұлға|[ыұ]сқа|^басқа|теңге|өлке|[ғқ]е|[әёэя]|(?:[^т]|[^айе]т)[ыі]"],
        ["ды ді", "[SNю]"], ["ты ті", "[H]"], ["н", "[ыі]"]
      ],
      "ours": [["ымыз іміз ыңыз іңіз", "[SNH]"], ["мыз міз ңыз ңіз", "[V]"]],
      "plural": [["лар лер", "[Vйру]"], ["дар дер", "[лзжN]"], ["тар тер", "[H]"]],
      "participle": [["ған ген", "[VSN]"], ["қан кен", "[H]"], ["йтын йтін", ""], ["атын етін", "[аеоыіө][лнрстз]|йт"]]
    }
  },
  "single": "법질삶글책돈말길힘팀앱땅값빚몸꿈틀뜻표물섬당핵부표업직급",
  "particles": {
    "consonant": [
      "은 을 이 과 으로 으로서 으로써 이나 이란 이라 이라는 이라면 이라도 이며 이고 이므로 이다 이라고 이랑 이었다 이었던 이어야 이지만 이야말로 이에요"
    ],
    "vowel": [
      "는 를 가 와 로 로서 로써 나 란 라는 라면 라도 라고 랑 며 고 므로 다 였다 였던 여야 지만 야말로"
    ],
    "any": [
      "의 에 엔 에서 에선 에게 에게서 께 께서 도 만 부터 까지 보다 처럼 마다 들 적 인 하는 한 할 함 하기 하고 하며 하여 하게 했다 하다 한다 합니다 하나요 했나요 된 될 되는 되어 된다 됩니다 되나요 됨 되고 되었다 됐다 되면 되지 되다 했습니다 하였다 해야 해 하려면 하면 하지 하자 합니까 시키는 시킨 시킬 시킨다 시켰다 시키고 시키다 시켜 입니다 인가요 인지 만큼 대로 마저 조차 밖에 뿐 이나마"
    ]
  },
  "skeleton": {
    "letters": {
      "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
      "и": "i", "й": "i", "к": "k",
      "қ": "q", "л": "l", "м": "m", "н": "n", "ң": "ng", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t",
      "у": "u", "ұ": "u", "ү": "u",
      "ф": "f", "х": "kh", "һ": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "i", "і": "i", "ї": "i", "ь": "", "э": "e",
      "ю": "iu", "я": "ia", "š": "sh", "ş": "sh", "ŝ": "shch", "ž": "zh", "č": "ch", "ç": "ch", "â": "ia", "û": "iu", "ı": "i", "ŋ": "ng"
    },
    "classes": [
      ["(^|[^aeiouy])x(?=[aeiouy])|x(?![aeiouyptc]|$)", "$1h"], ["([aiy])x$", "$1h"], ["x", "ks"],
      ["shch|shh|sch|shsh|sh", "S"], ["tch|tS|ch", "C"], ["ts|tz|cz|c", "T"], ["dzh|dj|zh", "J"],
      ["([aeiuy])j(?=[aeu]$)", "$1i"], ["([aeiouy])j(?=[^aeiouy]|$)", "$1i"], ["j", "J"],
      ["kh", "h"], ["ng+h?", "n"], ["gh", "g"], ["q", "k"], ["w", "u"], ["ph", "f"],
      ["ye", "e"], ["([^aeiouy])yo", "$1e"], ["y", "i"], ["i+e", "e"], ["oe", "o"], ["ae", "a"],
      ["(.)\\1+", "$1"], ["kazah", "kazak"]
    ]
  },
  "layouts": {
    "keys": "`qwertyuiop[]asdfghjkl;'zxcvbnm,.",
    "russian": "ёйцукенгшщзхъфывапролджэячсмитьбю",
    "kazakh": {"2": "ә", "3": "і", "4": "ң", "5": "ғ", "8": "ү", "9": "ұ", "0": "қ", "-": "ө", "=": "һ"},
    "leads": "r R s e E f a q Q t T d w W c z x v g",
    "vowels": "k o i O j p u P h hk ho hl y n nj np nl b m ml l",
    "tails": "r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g"
  },
  "shortened": {
    "ru": {
      "гос": "государственный", "мин": "министерство", "нац": "национальный", "соц": "социальный", "мед": "медицинский",
      "тех": "технический"
    },
    "kk": {"мем": "мемлекеттік"}
  },
  "counted": {"volume": "volume vol том томе тома т 권 권의", "number": "no number issue номер выпуск вып нөмір нөмірі шығарылым шығарылымы 호"},
  "shortenedEnds": {
    "здрав": "здравоохранение", "фин": "финансы", "юст": "юстиция", "обр": "образование", "эконом": "экономика", "культ": "культура",
    "труд": "труд"
  }
};
