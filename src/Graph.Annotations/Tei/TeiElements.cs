using System.Collections.Frozen;
using System.Xml.Linq;
using static Graph.Annotations.TeiFormat;

namespace Graph.Annotations;

/// <summary>
/// Tells of the elements of a TEI text that are not taken, by their names: those that say what their words are or what the document is as
/// notes, and those that TEI does not have as losses. The words of elements in the text are in the article all the same.
/// </summary>
internal static class TeiElements
{
    /// <summary>How a text is divided, written, printed and transmitted; and what is read or counted by its own rules.</summary>
    private static readonly FrozenSet<string> Text = Set(
        "text front body back group floatingText p ab head div div1 div2 div3 div4 div5 div6 div7 l lg item list label row cell table "
        + "opener closer byline dateline salute signed trailer postscript argument epigraph address addrLine quote q cit sp speaker stage "
        + "castList castItem u figure docTitle titlePart titlePage docAuthor docDate docImprint docEdition imprimatur "
        + "hi emph c cl phr w pc m s seg lb cb pb gb milestone anchor ptr ref graphic binaryObject media "
        + "choice app lem rdg rdgGrp ruby rb "
        + "sic corr orig reg abbr expan am ex add addSpan delSpan subst supplied unclear damage damageSpan "
        + "restore "
        + "retrace redo undo mod handShift space line zone surface ellipsis secl "
        + "persName placeName orgName geogName settlement country region district name rs objectName eventName date time "
        + "f string symbol numeric binary vAlt vColl vLabel vNot vMerge default");

    /// <summary>Known with all that is in them: left out of the text, or counted by what reads them.</summary>
    private static readonly FrozenSet<string> WholeInText = Set(
        "note gap listPerson listPlace listOrg listEvent listObject listNym listRelation standOff fs fLib fvLib fsdDecl span spanGrp "
        + "annotationGrp listAnnotation linkGrp joinGrp interpGrp interp teiHeader");

    /// <summary>Words of the document that are no words of the article.</summary>
    private static readonly FrozenSet<string> LeftOut = Set("del surplus fw figDesc index rt");

    /// <summary>What their words are, which the article does not have.</summary>
    private static readonly FrozenSet<string> Descriptions = Set(
        "foreign distinct term gloss mentioned soCalled said title bibl biblStruct biblFull listBibl num measure measureGrp unit email "
        + "formula "
        + "code eg egXML gi att val tag ident idno incident kinesic vocal pause shift writing listApp camera sound tech view caption move "
        + "caesura rhyme metamark notatedMusic stamp seal heraldry watermark catchwords locus material dim dimensions depth height width "
        + "width listChange author editor publisher pubPlace edition biblScope citedRange series imprint docketing affiliation occupation "
        + "nationality residence birth death age event desc spGrp prologue epilogue performance set divGen timeline when link join alt "
        + "altGrp");

    /// <summary>Parts of names, which are read inside a name.</summary>
    private static readonly FrozenSet<string> NameParts = Set(
        "forename surname roleName genName nameLink addName bloc geogFeat offset geo nym");

    private static readonly FrozenSet<string> Header = Set(
        "fileDesc titleStmt title editionStmt edition publicationStmt publisher distributor authority pubPlace address addrLine street "
        + "postCode "
        + "settlement country region date time idno availability licence p ab note notesStmt seriesStmt sourceDesc bibl biblStruct "
        + "biblFull "
        + "monogr analytic imprint series biblScope citedRange textLang respStmt resp name persName orgName placeName extent measure "
        + "measureGrp "
        + "num profileDesc creation correspDesc correspAction correspContext langUsage language ref ptr head list item label hi lb email "
        + "forename surname roleName genName nameLink addName rs listBibl recordingStmt recording broadcast scriptStmt media equipment "
        + "geogName seg s desc emph q quote foreign term funder sponsor principal meeting idno unit");

    /// <summary>How the file was made, and what other rules read or count.</summary>
    private static readonly FrozenSet<string> WholeInHeader = Set(
        "encodingDesc revisionDesc msDesc particDesc listPerson listPlace listOrg listEvent listObject listNym listRelation listPrefixDef");

    /// <summary>What the document is, which the article does not say.</summary>
    private static readonly FrozenSet<string> HeaderDescriptions = Set(
        "author editor abstract textClass keywords catRef classCode settingDesc textDesc calendarDesc handNotes scriptNote listTranspose "
        + "textLang xenoData");

    private static readonly FrozenSet<string> Standoff = Set(
        "div annotations annotationGrp annotation listAnnotation spanGrp span linkGrp link joinGrp join interpGrp interp fs fLib fvLib f "
        + "string symbol "
        + "numeric binary vAlt vColl vLabel vNot vMerge default note notes p ab head desc seg ptr ref anchor timeline when");

    /// <param name="root">A text with its header, or a list that stands alone.</param>
    public static void CountUnread(XElement root, ReadingLog log)
    {
        if (root.Name != Namespace + "TEI" && root.Name != Namespace + "teiCorpus")
        {
            CountPart(root, log);
            return;
        }

        foreach (var part in root.Elements())
        {
            // What layers include is told by the text that they belong to.
            if (part.Name.Namespace != TeiIncludes.XInclude)
                CountUnread(part, log);
        }
    }

    private static void CountPart(XElement part, ReadingLog log)
    {
        var name = part.Name.LocalName;
        if (name == "teiHeader")
            CountInside(part, Header, HeaderDescriptions, "in the header", log);
        else if (name == "text")
            CountInText(part, log);
        else if (name == "standOff")
            CountInside(part, Standoff, [], "of the stand-off annotation", log);
        else if (!WholeInText.Contains(name) && !WholeInHeader.Contains(name))
            log.CountLoss($"'{name}' elements beside the text");
    }

    private static void CountInText(XElement holder, ReadingLog log)
    {
        foreach (var element in holder.Elements())
        {
            var name = element.Name.LocalName;
            if (element.Name.Namespace != Namespace)
                log.CountLoss($"'{name}' elements in the text, which are of no TEI, with their words");
            else if (LeftOut.Contains(name))
                log.CountPassed($"'{name}' elements with their words");
            else if (!WholeInText.Contains(name))
            {
                CountKind(element, log);
                CountInText(element, log);
            }
        }
    }

    /// <summary>What refers to something is counted where references are read.</summary>
    private static void CountKind(XElement element, ReadingLog log)
    {
        var name = element.Name.LocalName;
        if (TeiBody.IsPart(element))
            log.CountPassed("'name' elements that are parts of names");
        if (Text.Contains(name) || element.Attribute("ref") is not null || element.Attribute("key") is not null)
            return;
        if (NameParts.Contains(name))
        {
            if (!element.Ancestors().Any(TeiBody.IsName))
                log.CountLoss($"'{name}' elements outside of names");
        }
        else if (Descriptions.Contains(name))
            log.CountPassed($"'{name}' elements in the text");
        else
            log.CountLoss($"'{name}' elements in the text");
    }

    /// <param name="known">Are read, or hold what is.</param>
    /// <param name="descriptions">Are known and passed over.</param>
    private static void CountInside(
        XElement holder, FrozenSet<string> known, FrozenSet<string> descriptions, string where, ReadingLog log)
    {
        foreach (var element in holder.Elements())
        {
            var name = element.Name.LocalName;
            if (WholeInHeader.Contains(name))
                continue;
            if (element.Name.Namespace == Namespace && known.Contains(name))
                CountInside(element, known, descriptions, where, log);
            else if (descriptions.Contains(name))
                log.CountPassed($"'{name}' elements {where}");
            else
                log.CountLoss($"'{name}' elements {where}");
        }
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
