using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// MMAX2: a file of words, and a file of markables for each level beside it or in <c>Markables</c>. The level of sentences parts the text;
/// levels with sets are coreference; every other markable is a mention. Spans are ids of words, with commas where they are not one run.
/// </summary>
internal sealed class MmaxFormat : IAnnotationFormat
{
    private const string Suffix = "_words.xml";
    private static readonly string[] MarkableFolders = ["Markables", "markables"];

    public string Name => "mmax2";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        foreach (var file in folder.Remaining.Where(IsProject))
            folder.Take(file);
        foreach (var words in folder.Remaining.Where(file => file.Name.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase)
            && XmlHeads.HasRoot(file, "words")))
        {
            folder.Take(words);
            var levels = FindLevels(words);
            foreach (var level in levels)
                folder.TakeIfPresent(level.Name);
            yield return new FileSet([words, .. levels]);
        }

        // Markables stand in a folder of their own, beside that of their words.
        foreach (var level in folder.Remaining.Where(file => file.Extension == ".xml"
            && XmlHeads.HasRoot(file, "markables")
            && HasWords(file)))
            folder.Take(level);
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        if (XmlFile.Read(files.Main, log) is not { } words)
            yield break;
        var levels = files.Files
            .Skip(1)
            .Select(file => (Name: GetLevel(files.Main, file), Xml: XmlFile.Read(file, log)))
            .Where(level => level.Xml is not null);
        yield return new MmaxArticleReader(
            files.Main, GetStem(files.Main), words, [.. levels.Select(level => (level.Name, level.Xml!))], log).Read();
    }

    /// <summary>Project files and what describes the tool's view of them.</summary>
    private static bool IsProject(AnnotationFile file) =>
        file.Extension == ".mmax"
            || (file.Extension is ".xml" or ".xsl" && (XmlHeads.HasRoot(file, "mmax_project", "common_paths", "annotationscheme")
                || (XmlHeads.HasRoot(file, "customization") && file.Head.Contains("<rule", StringComparison.Ordinal))));

    private static string GetStem(AnnotationFile words) => words.Name[..^Suffix.Length];

    private static ImmutableArray<AnnotationFile> FindLevels(AnnotationFile words)
    {
        var parent = Path.GetDirectoryName(words.Folder);
        var folders = MarkableFolders.Select(name => Path.Combine(parent ?? words.Folder, name))
            .Prepend(words.Folder)
            .Where(Directory.Exists);
        return [.. folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.xml"))
            .Where(path => Path.GetFileName(path).StartsWith($"{GetStem(words)}_", StringComparison.Ordinal) && path != words.FullPath)
            .Order(StringComparer.Ordinal).Select(path => Relate(words, path)).Where(file => XmlHeads.HasRoot(file, "markables"))];
    }

    private static AnnotationFile Relate(AnnotationFile words, string path)
    {
        var name = Path.GetFileName(path);
        var above = Path.GetDirectoryName(Path.GetDirectoryName(words.DisplayPath) ?? "") ?? "";
        return new AnnotationFile(
            path,
            string.Join(
                '/',
                new[] { above.Replace('\\', '/'), Path.GetFileName(Path.GetDirectoryName(path))!, name }.Where(part => part.Length > 0)),
            name);
    }

    private static bool HasWords(AnnotationFile level)
    {
        var parent = Path.GetDirectoryName(level.Folder);
        return parent is not null && level.RelativePath.Contains('/')
            && Directory.EnumerateDirectories(parent).Append(parent).SelectMany(folder => Directory.EnumerateFiles(folder, $"*{Suffix}"))
                .Any(path => level.Name.StartsWith(Path.GetFileName(path)[..^Suffix.Length] + "_", StringComparison.Ordinal));
    }

    private static string GetLevel(AnnotationFile words, AnnotationFile level)
    {
        var name = level.Stem[(GetStem(words).Length + 1)..];
        return name.EndsWith("_level", StringComparison.Ordinal) ? name[..^"_level".Length] : name;
    }
}

internal sealed class MmaxArticleReader(
    AnnotationFile file, string id, XmlFile words, ImmutableArray<(string Name, XmlFile Xml)> levels, ReadingLog log)
{
    private static readonly HashSet<string> Structure = new(StringComparer.OrdinalIgnoreCase)
    {
        "sentence", "sentences", "paragraph", "turn", "utterance", "section", "s", "p"
    };
    private const string Markable = "markable";
    private static readonly string[] SetAttributes = ["coref_class", "coref_set", "coref", "coreference", "member", "set"];
    private static readonly string[] TypeAttributes =
    [
        "ne_type", "entity_type", "entity", "type", "category", "class", "tag", "label", "np_form"
    ];
    private static readonly HashSet<string> None = new(StringComparer.OrdinalIgnoreCase) { "", "empty", "none", "no", "no_class" };
    private static readonly KnownElements Known = new(["word @id"]);

    private readonly TokenizedText text = new();
    private readonly Dictionary<string, int> tokens = new(StringComparer.Ordinal);
    private readonly List<Mention> mentions = [];
    private readonly Dictionary<string, List<int>> sets = new(StringComparer.Ordinal);

    public AnnotatedArticle Read()
    {
        ReadWords();
        Known.CountOthers(words.Root, log);
        foreach (var (name, level) in levels)
        {
            foreach (var markable in level.Root.Elements())
                KnownElements.None.CountOthers(markable, log);
            if (Structure.Contains(name))
                log.CountLoss(
                    $"{name} markables not read",
                    name.StartsWith("sentence", StringComparison.OrdinalIgnoreCase) ? 0 : level.Root.Elements().Count());
            else
                ReadLevel(name, level);
        }

        return new AnnotatedArticle(new ArticleMetadata(id), text.ToString())
        {
            File = file,
            Mentions = [.. mentions],
            Chains = [.. sets.Select(set => new CoreferenceChain(set.Key, [.. set.Value], mentions[set.Value[0]].Place))],
            Sentences = text.GetSentences(),
        };
    }

    private void ReadWords()
    {
        var all = words.Root.Elements().Where(word => word.Name.LocalName == "word").ToList();
        var numbers = all
            .Index()
            .ToDictionary(pair => (string?)pair.Item.Attribute("id") ?? $"{pair.Index}", pair => pair.Index, StringComparer.Ordinal);
        var ends = levels
            .Where(level => level.Name.StartsWith("sentence", StringComparison.OrdinalIgnoreCase))
            .SelectMany(level => level.Xml.Root.Elements())
            .Select(sentence => ParseSpan((string?)sentence.Attribute("span") ?? "", numbers))
            .Where(span => span.Count > 0)
            .Select(span => span.Max())
            .ToHashSet();
        foreach (var (index, word) in all.Index())
        {
            tokens[(string?)word.Attribute("id") ?? $"{index}"] = index;
            text.Add(word.Value.Trim());
            if (ends.Contains(index))
                text.EndSentence();
        }

        text.EndSentence();
    }

    private void ReadLevel(string name, XmlFile level)
    {
        foreach (var markable in level.Root.Elements())
        {
            if (markable.Name.LocalName != Markable)
            {
                log.CountLoss($"'{markable.Name.LocalName}' elements not read");
                continue;
            }

            var place = level.GetPlace(markable);
            var span = ParseSpan((string?)markable.Attribute("span") ?? "", tokens);
            if (span.Count == 0)
            {
                log.ReportMalformed(ReadingDiagnostics.Malformed(
                    place, "markable", $"its span '{(string?)markable.Attribute("span")}' names no words"));
                continue;
            }

            if (SetAttributes.Select(attribute => (string?)markable.Attribute(attribute)).FirstOrDefault(NamesSet) is { } set)
            {
                if (!sets.TryGetValue($"{name}:{set}", out var members))
                    sets.Add($"{name}:{set}", members = []);
                members.Add(mentions.Count);
            }

            var id = $"{name}.{(string?)markable.Attribute("id") ?? $"{mentions.Count}"}";
            var parts = TokenRuns.Find(span).Select(run => text.Cover(run.First, run.Last));
            mentions.Add(new Mention(id, [GetType(markable, name)], [.. parts], place) { Properties = GetProperties(markable) });
        }
    }

    private static bool NamesSet(string? value) =>
        value is not null && !None.Contains(value) && value.Contains("set", StringComparison.Ordinal);

    private static string GetType(XElement markable, string level) =>
        TypeAttributes.Select(name => (string?)markable.Attribute(name)).FirstOrDefault(type => type is not null && !None.Contains(type))
        ?? level;

    private static Properties GetProperties(XElement markable) =>
        [.. markable.Attributes()
            .Where(attribute => attribute.Name.LocalName is not ("id" or "span" or "mmax_level")
                && !attribute.IsNamespaceDeclaration && !None.Contains(attribute.Value)
                && !SetAttributes.Contains(attribute.Name.LocalName))
            .Select(attribute => KeyValuePair.Create(attribute.Name.LocalName, Value.FromString(attribute.Value)))];

    /// <summary><c>word_3..word_5,word_9</c></summary>
    private static List<int> ParseSpan(string span, Dictionary<string, int> numbers)
    {
        var result = new List<int>();
        foreach (var part in span.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var ends = part.Split("..");
            if (!numbers.TryGetValue(ends[0], out var first) || !numbers.TryGetValue(ends[^1], out var last) || last < first)
                return [];
            result.AddRange(Enumerable.Range(first, last - first + 1));
        }

        return result;
    }
}
