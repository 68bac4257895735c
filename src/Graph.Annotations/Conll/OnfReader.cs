using System.Globalization;
using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// One document of OntoNotes. Names and chains count the leaves of a sentence, empty ones among them, both ends included.
/// </summary>
internal sealed class OnfReader(AnnotationFile file, ReadingLog log)
{
    private const string Empty = "-NONE-";
    private const string Apposition = "APPOS";

    private readonly SourceText source = file.ReadText(log);
    private readonly TokenizedText text = new();

    // The token of each leaf of each sentence; -1 for one that is no word.
    private readonly List<List<int>> leaves = [];
    private readonly List<bool> isEmpty = [];
    private readonly List<Mention> mentions = [];
    private readonly Dictionary<TextSpan, int> mentionsBySpan = [];
    private readonly List<CoreferenceChain> chains = [];
    private readonly List<int> members = [];
    private (string Name, SourcePlace Place) chain;
    private string section = "";
    private string? speaker;

    public AnnotatedArticle Read()
    {
        var names = new List<Action>();
        foreach (var (_, written, place) in source.ReadLines())
        {
            var line = written.TrimEnd();
            if (line.Length > 0 && !line.All(character => character is '-' or '='))
                ReadLine(line, place, names);
        }

        EndSentence(names);
        EndChain();
        return new AnnotatedArticle(new ArticleMetadata(file.Stem), text.ToString())
        {
            File = file,
            Mentions = [.. mentions],
            Chains = [.. chains],
            Sentences = text.GetSentences(),
        };
    }

    /// <param name="names">Of the sentence so far: a name goes on behind the leaf that it stands at, so that it waits for the last.</param>
    private void ReadLine(string line, SourcePlace place, List<Action> names)
    {
        if (line[0] != ' ' && line.EndsWith(':'))
        {
            section = line.TrimEnd(':');
            if (section == "Plain sentence" || IsChains)
                EndSentence(names);
        }
        else if (section == "Speaker information" && line.TrimStart().StartsWith("name:", StringComparison.Ordinal))
        {
            speaker = line.Trim()["name:".Length..].Trim();
        }
        else if (section == "Tree")
        {
            isEmpty.AddRange(Regex.Matches(line, @"\((?<tag>[^\s()]+) [^\s()]+\)", RegexOptions.CultureInvariant)
                .Select(match => match.Groups["tag"].Value == Empty));
        }
        else if (section == "Leaves")
        {
            ReadLeaf(line, place, names);
        }
        else if (IsChains)
        {
            ReadChain(line, place);
        }
    }

    private bool IsChains => section.StartsWith("Coreference chains", StringComparison.Ordinal);

    private void EndSentence(List<Action> names)
    {
        foreach (var add in names)
            add();
        names.Clear();
        text.EndSentence();
        isEmpty.Clear();
        speaker = null;
    }

    /// <summary>A leaf is a number and a word; what stands below it, deeper, is said of it.</summary>
    private void ReadLeaf(string line, SourcePlace place, List<Action> names)
    {
        if (Match(line, @"^ {0,8}(?<number>\d{1,5}) +(?<word>\S+)$") is { } leaf)
            AddLeaf(GetNumber(leaf, "number"), leaf.Groups["word"].Value);
        else if (Match(line, @"^\s+name:\s+(?<type>\S+)\s+(?<first>\d{1,5})-(?<last>\d{1,5})(\s|$)") is { } name)
            names.Add(
                () => AddMention(name.Groups["type"].Value, leaves.Count - 1, GetNumber(name, "first"), GetNumber(name, "last"), place));
        else if (Match(line, "^ +(?<layer>sense|prop):") is { } other)
            log.CountPassed($"'{other.Groups["layer"].Value}' of leaves");
    }

    private void AddLeaf(int number, string word)
    {
        if (number == 0 || leaves.Count == 0)
            leaves.Add([]);
        var own = leaves[^1];
        if (own.Count < isEmpty.Count && isEmpty[own.Count])
        {
            own.Add(-1);
            return;
        }

        own.Add(text.Tokens.Count);
        text.Add(word);
    }

    /// <summary><c>Chain 3 (IDENT)</c>, and below it a line for each member: <c>0.2-5  Mr. Bush 's aides</c>.</summary>
    private void ReadChain(string line, SourcePlace place)
    {
        if (Match(line, @"^\s+Chain (?<name>\S+) \((?<type>\w+)\)") is { } begin)
        {
            EndChain();
            if (begin.Groups["type"].Value == Apposition)
                log.CountLoss("appositions", 1, place);
            else
                chain = ($"{section["Coreference chains".Length..]} {begin.Groups["name"].Value}".Trim(), place);
        }
        else if (chain.Name is not null
            && Match(line, @"^\s+((HEAD|ATTRIB)\s+)?(?<sentence>\d{1,6})\.(?<first>\d{1,5})-(?<last>\d{1,5})(\s|$)") is { } member)
        {
            if (AddMention("", GetNumber(member, "sentence"), GetNumber(member, "first"), GetNumber(member, "last"), place) is { } index)
                members.Add(index);
        }
    }

    private void EndChain()
    {
        if (members.Count > 0)
            chains.Add(new CoreferenceChain(chain.Name, [.. members.Distinct()], chain.Place));
        members.Clear();
        chain = default;
    }

    /// <summary>A member of a chain that is a name is that; null, and a diagnostic, where the sentence has not the leaves.</summary>
    private int? AddMention(string type, int sentence, int first, int last, SourcePlace place)
    {
        if (sentence < 0 || sentence >= leaves.Count || first > last || last >= leaves[sentence].Count)
        {
            log.ReportMalformed(
                ReadingDiagnostics.Malformed(place, "mention", $"sentence {sentence} has not the leaves {first} to {last}"));
            return null;
        }

        var words = leaves[sentence][first..(last + 1)].Where(token => token >= 0).ToList();
        if (words.Count == 0)
        {
            log.CountPassed("mentions that are no words");
            return null;
        }

        var span = text.Cover(words[0], words[^1]);
        if (type.Length == 0 && mentionsBySpan.TryGetValue(span, out var known))
            return known;
        mentionsBySpan.TryAdd(span, mentions.Count);
        mentions.Add(new Mention($"m{mentions.Count + 1}", [type], [span], place)
        {
            Properties = speaker is null ? [] : [new("speaker", Value.FromString(speaker))],
        });
        return mentions.Count - 1;
    }

    private static Match? Match(string line, string pattern) =>
        Regex.Match(line, pattern, RegexOptions.CultureInvariant) is { Success: true } match ? match : null;

    private static int GetNumber(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
}
