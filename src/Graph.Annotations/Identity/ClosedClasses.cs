using System.Collections.Frozen;

namespace Graph.Annotations;

/// <summary>
/// Words of the closed classes by language, folded: pronouns, which stand for a name and are none, and articles with what takes their
/// place. The classes are those of Universal Dependencies (PRON and DET).
/// </summary>
internal static class ClosedClasses
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> PronounsOf = Fold(new()
    {
        ["en"] = "i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us our ours "
            + "ourselves they them "
            + "their theirs themselves this that these those who whom whose which what one ones each other others another some all both "
            + "none here there",
        ["nl"] = "ik mij me mijn jij je jou jouw u uw hij hem zijn haar zij ze het wij we ons onze jullie hen hun hunner zich zichzelf "
            + "dit dat deze die wie wat "
            + "welke men er daar hier waar ander andere anderen elkaar allen beiden beide iemand niemand iedereen",
        ["de"] = "ich mich mir mein meine du dich dir dein er ihn ihm sie ihr ihre ihrer ihrem ihren ihnen es wir uns unser unsere euch "
            + "euer sich sein seine "
            + "seiner seinem seinen dieser diese dieses diesen diesem jener jene der die das dem den dessen deren denen wer wen wem was "
            + "welcher welche man andere anderen",
        ["fr"] = "je j' me moi mon ma mes tu te toi il elle lui son sa ses nous notre nos vous votre vos ils elles leur leurs eux se soi "
            + "qui que dont lequel laquelle "
            + "lesquels ce cet cette ces celui celle ceux celles ceci cela ca on autre autres tous toutes",
        ["es"] = "yo me mi conmigo mio mia tu te ti contigo el ella ello ellos ellas lo la los las le les se si consigo nosotros nosotras "
            + "nos vosotros os usted "
            + "ustedes mis tus su sus nuestro nuestra nuestros nuestras vuestro vuestra suyo suya este esta esto estos estas ese esa eso "
            + "esos esas aquel aquella "
            + "aquello aquellos aquellas que quien quienes cual cuales cuyo cuya alguien nadie uno una otro otra otros otras todos todas "
            + "ambos",
        ["ca"] = "jo em me mi tu et te ti ell ella ells elles el la els les li lo los hi ho en ne es se si nosaltres nos ens vosaltres "
            + "vos us vosté meu meva meus "
            + "meves teu teva seu seva seus seves nostre nostra vostre llur llurs aquest aquesta aquests aquestes aquell aquella aquells "
            + "aquelles això allò que qui "
            + "qual quals altre altra altres tots totes ambdós",
        ["it"] = "io me mi tu te ti egli lui lo gli ella lei la le esso essa noi ci voi vi essi esse loro ne se si mio mia miei mie tuo "
            + "tua suo sua suoi sue nostro "
            + "nostra vostro vostra questo questa questi queste quello quella quelli quelle che chi cui quale quali ciò altro altra altri "
            + "altre tutti tutte entrambi il",
        ["pt"] = "eu me mim comigo tu te ti ele ela eles elas o a os as lhe lhes se si nós nos vós vos você vocês meu minha meus minhas "
            + "teu tua seu sua seus suas "
            + "nosso nossa dele dela deles delas este esta isto estes estas esse essa isso esses essas aquele aquela aquilo que quem qual "
            + "quais cujo cuja outro outra outros",
        ["ro"] = "eu mă mie tu te ție el ea ei ele îl o îi le lui lor noi ne voi vă se sine acesta aceasta aceștia acela aceea care cine",
        ["cs"] = "já mě mne mi mně mnou ty tě tebe ti tobě tebou on ona ono oni ony ho jeho jej něj něho mu jemu němu jím ním ji jí ni ní "
            + "jich nich jim nim jimi nimi "
            + "my nás nám námi vy vás vám vámi se sebe si sobě sebou můj moje její jejich svůj svá své svého svému svém svým svou svých "
            + "naše vaše náš váš ten ta to toho "
            + "tomu tom tím té tu těch těm těmi tento tato toto tyto tohoto této tomuto tuto onen který která které kteří kterou kterého "
            + "kterému jenž jež kdo co",
        ["pl"] = "ja mnie mię mi mną ty ciebie cię tobie ci tobą on ona ono oni one jego go niego jemu mu niemu nim ją nią jej niej ich "
            + "nich im nimi my nas nam nami "
            + "wy was wam wami siebie się sobie sobą mój moja moje twój swój swoja swoje swego swoich swojej nasz nasza ten ta to te tego "
            + "tej temu tym tę tych tymi "
            + "który która które którzy którego której którym których kto co",
        ["ru"] = "я меня мне мной мною ты тебя тебе тобой он она оно они его него ему нему им ним её неё ей ней ею нею их них ими ними мы "
            + "нас нам нами вы вас вам "
            + "вами себя себе собой мой моя моё мои твой твоя свой своя своё свои своего своей своих своему своим своими наш наша наше "
            + "наши ваш ваша этот эта это эти "
            + "этого этой этому этим этих тот та то те того той тому тем тех который которая которое которые которого которой которым "
            + "которых кто что сам сама само сами",
        ["uk"] = "я мене мені мною ти тебе тобі він вона воно вони його нього йому ньому ним її неї їй ній нею їх них їм ми нас нам ви "
            + "вас вам себе свій своя своє свої "
            + "цей ця це ці той та те ті який яка яке які хто що",
        ["lt"] = "aš manęs man mane manimi tu tavęs tau tave jis jo jam jį juo jame ji jos jai ją ja joje jie jų jiems juos jais joms jas "
            + "jomis mes mūsų mums mus jūs "
            + "jūsų jums savęs sau save savo mano tavo šis ši šie šios šio tas ta tai tie tos to tą kuris kuri kurie kurios kurio kurią "
            + "kas pats pati",
        ["hu"] = "én engem nekem velem te téged neked ő őt neki vele mi minket nekünk ti titeket ők őket nekik velük maga magát ön önök "
            + "az ez ezt azt ezek azok ezeket "
            + "azokat aki akit akik ami amit amely amelyet amelyek ki övé",
        ["no"] = "jeg meg deg du han ham hun henne den det vi oss dere de dem seg min mitt mine din sin sitt sine hans hennes vår vårt "
            + "våre deres denne dette disse som "
            + "hvem hva eg ho dei dykk deira",
        ["sv"] = "jag mig du dig han honom hon henne den det vi oss ni er de dem sig min mitt mina din sin sitt sina hans hennes dess vår "
            + "deras denna detta dessa som vem vad",
        ["da"] = "jeg mig du dig han ham hun hende den det vi os jer de dem sig min mit mine din sin sit sine hans hendes dens dets vores "
            + "jeres deres denne dette disse som "
            + "hvem hvad",
        ["fi"] = "minä minut minua sinä sinut hän hänet häntä hänen se sen sitä me te he heidät heitä heidän ne niitä niiden tämä nämä "
            + "tuo joka jotka kuka mikä itse",
        ["tr"] = "ben beni bana benim sen seni sana senin o onu ona onun onda ondan biz bizi bize bizim siz sizi size sizin onlar onları "
            + "onlara onların kendi kendisi "
            + "kendisini kendine bu bunu buna bunun şu bunlar şunlar kim",
        ["el"] = "εγώ με μου εσύ σε σου αυτός αυτή αυτό αυτοί αυτές αυτά του της τους εμείς μας εσείς σας που ποιος",
        ["grc"] = "ἐγώ ἐμοῦ μου ἐμοί μοι ἐμέ με σύ σου σοι σε αὐτός αὐτοῦ αὐτῷ αὐτόν αὐτή αὐτῆς αὐτῇ αὐτήν αὐτό αὐτοί αὐτῶν αὐτοῖς αὐτούς "
            + "ἡμεῖς ἡμῶν ἡμῖν ἡμᾶς ὑμεῖς ὑμῶν "
            + "ὑμῖν ὑμᾶς οὗτος τούτου οὗτοι ὅς ἥ ὅ",
        ["la"] = "ego mei mihi me tu tui tibi te is ea id eius ei eum eam eo ii eorum eis eos eas hic haec hoc huius huic hunc hanc ille "
            + "illa illud illius illi illum ipse "
            + "ipsa ipsum qui quae quod cuius cui quem quam nos nobis vos vobis se sibi suus sua suum",
        ["hi"] = "मैं मुझे मुझ मेरा मेरी मेरे तू तुम तुम्हें आप आपको वह वो उसे उस उसने उसका उसकी उसके यह ये इसे इस इसका इसकी इसके वे "
            + "उन्हें उन उन्होंने उनका उनकी उनके हम हमें हमारा हमारी अपना अपनी अपने जो जिस कौन",
        ["ko"] = "나 나는 내가 너 그 그는 그가 그를 그의 그녀 그녀는 그녀의 우리 우리는 저 저는 이것 그것 그들 자신 자기",
        ["he"] = "אני אתה הוא היא אנחנו אתם הם הן זה זאת זו אלה אלו אשר",
        ["ar"] = "هو هي هم هن أنا نحن أنت أنتم هذا هذه ذلك تلك الذي التي الذين",
        ["zh"] = "他 她 它 他们 她们 它们 我 我们 你 你们 您 自己 这 那 其",
        ["ja"] = "彼 彼女 彼ら 私 これ それ あれ 自分",
    });

    private static readonly FrozenDictionary<string, FrozenSet<string>> ArticlesOf = Fold(new()
    {
        ["en"] = "the a an this that these those my your his her its our their some any another",
        ["nl"] = "de het een 't 'n dit dat deze die mijn jouw uw zijn haar ons onze hun",
        ["de"] = "der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem mein meine sein seine seinen "
            + "seiner ihr ihre ihren ihrer unser unsere",
        ["fr"] = "le la les un une des du ce cet cette ces mon ma mes ton son sa ses notre nos votre leur leurs",
        ["es"] = "el la los las un una unos unas este esta ese esa su sus mi",
        ["ca"] = "el la els les un una aquest aquesta",
        ["it"] = "il lo la i gli le un uno una questo questa quel quella",
        ["pt"] = "o a os as um uma este esta esse essa seu sua",
        ["no"] = "en et ei den det de", ["sv"] = "en ett den det de", ["da"] = "en et den det de",
        ["hu"] = "a az egy", ["el"] = "ο η το οι τα ένας μια ένα", ["grc"] = "ὁ ἡ τό τοῦ τῆς τῷ τῇ τόν τήν οἱ αἱ τά τῶν τοῖς ταῖς τούς τάς",
    });

    /// <summary>What reads as a word of these classes and is a name somewhere: it counts only where the language is known.</summary>
    private static readonly FrozenSet<string> Ambiguous =
        "a an o i ella elle ela ona ana sue mia tu men lei io si et en es on ben sen or is id de la los las el"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> AnyPronoun = PronounsOf.Values.SelectMany(words => words)
        .Except(Ambiguous)
        .ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> AnyArticle = ArticlesOf.Values.SelectMany(words => words)
        .Where(word => word.Length > 1)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Codes of ISO 639-2 and 639-3, and the two Norwegians, by those that the lists above have.</summary>
    private static readonly Dictionary<string, string> ShortCodes = new(StringComparer.Ordinal)
    {
        ["ara"] = "ar", ["cat"] = "ca", ["ces"] = "cs", ["cze"] = "cs", ["dan"] = "da", ["deu"] = "de", ["ger"] = "de", ["ell"] = "el",
        ["gre"] = "el",
        ["eng"] = "en", ["spa"] = "es", ["fin"] = "fi", ["fra"] = "fr", ["fre"] = "fr", ["heb"] = "he", ["hin"] = "hi", ["hun"] = "hu",
        ["ita"] = "it",
        ["jpn"] = "ja", ["kor"] = "ko", ["lat"] = "la", ["lit"] = "lt", ["nld"] = "nl", ["dut"] = "nl", ["nb"] = "no", ["nn"] = "no",
        ["nno"] = "no",
        ["nob"] = "no", ["nor"] = "no", ["pol"] = "pl", ["por"] = "pt", ["ron"] = "ro", ["rum"] = "ro", ["rus"] = "ru", ["swe"] = "sv",
        ["tur"] = "tr",
        ["ukr"] = "uk", ["chi"] = "zh", ["zho"] = "zh",
    };

    /// <param name="word">Folded.</param>
    /// <param name="language">As an article gives it, or null.</param>
    public static bool IsPronoun(string word, string? language) => (Find(PronounsOf, language) ?? AnyPronoun).Contains(word);

    public static bool IsArticle(string word, string? language) => (Find(ArticlesOf, language) ?? AnyArticle).Contains(word);

    /// <summary>Whether an article is of the language that writes every noun with a capital.</summary>
    public static bool IsGermanArticle(string word, string? language) =>
        (Normalize(language) ?? "de") == "de"
        && ArticlesOf["de"].Contains(word)
        && (language is not null || !ArticlesOf["nl"].Contains(word));

    private static FrozenSet<string>? Find(FrozenDictionary<string, FrozenSet<string>> lists, string? language) =>
        Normalize(language) is { } code ? lists.GetValueOrDefault(code) : null;

    /// <summary><c>en-US</c>, <c>eng</c> and <c>en</c> are one language; null for one without lists.</summary>
    private static string? Normalize(string? language)
    {
        var code = (language ?? "").Split('-', '_')[0].ToLowerInvariant();
        code = ShortCodes.GetValueOrDefault(code, code);
        return PronounsOf.ContainsKey(code) ? code : null;
    }

    private static FrozenDictionary<string, FrozenSet<string>> Fold(Dictionary<string, string> lists) => lists.ToFrozenDictionary(
        pair => pair.Key,
        pair => pair.Value.Split(' ').Select(NameFolding.Fold).ToFrozenSet(StringComparer.Ordinal),
        StringComparer.Ordinal);
}
