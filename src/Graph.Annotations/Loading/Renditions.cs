namespace Graph.Annotations;

/// <summary>
/// Corpora come in the formats of several tools, raw beside tokenized: files that are called alike, whose articles have the same letters,
/// are one text. It is read once, from the file that says most of it, and the others are counted; so is a file of all texts beside a file
/// for each of them.
/// </summary>
internal sealed class Renditions
{
    // What is larger holds many articles, or is a split of a corpus that has the same name in each language.
    private const int MostFiles = 32;
    private const long MostBytes = 16 << 20;

    // More is not read at once.
    private const int MostOfCorpus = 10_000;
    private const long MostBytesOfCorpus = 64 << 20;

    // What corpora write behind the name of a text to say how a file has it.
    private static readonly string[] Forms = ["_conll", "-conll", "_bio", "_iob", "_tok", "_tokenized", "_raw", "_brat"];

    private readonly Dictionary<FoundSet, SameTexts> groups = new(ReferenceEqualityComparer.Instance);

    public static Renditions Find(FoundCorpus corpus)
    {
        var result = new Renditions();
        var sets = corpus.Folders.SelectMany(folder => folder.Sets);
        if (IsSmall(sets) && (WholeTexts.MayBeAmong([.. sets]) || FolderCopies.MayBeAmong([.. sets])))
            result.Add([.. sets]);
        // Most corpora have one form, and may have a million files.
        else if (sets.Select(FormOf).Distinct().Skip(1).Any())
        {
            foreach (var alike in sets.GroupBy(NameOf, StringComparer.OrdinalIgnoreCase).Select(group => group.ToList()))
            {
                if (MayBeRenditions(alike))
                    result.Add(alike);
            }
        }

        return result;
    }

    /// <param name="read">Reads a set, and says what it meets in the log.</param>
    public IEnumerable<AnnotationRecord> Read(
        FoundSet set, Func<FoundSet, ReadingLog, IEnumerable<AnnotationRecord>> read, ReadingLog log) =>
        groups.TryGetValue(set, out var group) ? group.Take(set, read, log) : read(set, log);

    private static bool IsSmall(IEnumerable<FoundSet> sets) =>
        sets.Take(MostOfCorpus + 1).Count() is > 1 and <= MostOfCorpus
        && sets.Sum(set => set.Files.Main.Length) <= MostBytesOfCorpus;

    private void Add(List<FoundSet> sets)
    {
        var group = new SameTexts(sets);
        sets.ForEach(set => groups.Add(set, group));
    }

    private static string NameOf(FoundSet set) => SplitName(set).Name;

    private static bool MayBeRenditions(List<FoundSet> sets) =>
        sets.Count is > 1 and <= MostFiles
        && sets.Select(FormOf).Distinct().Skip(1).Any()
        && sets.Sum(set => set.Files.Main.Length) <= MostBytes;

    private static (string Format, string End) FormOf(FoundSet set) => (set.Format.Name, SplitName(set).End);

    /// <summary>
    /// The name without all that are extensions, <c>a</c> and <c>.tok.ann</c> of <c>a.tok.ann</c>, and without what says the form.
    /// </summary>
    private static (string Name, string End) SplitName(FoundSet set)
    {
        const int LongestExtension = 12;
        var name = set.Files.Main.Name;
        var end = name.Length;
        while (name.LastIndexOf('.', end - 1) is > 0 and var dot
            && end - dot - 1 is > 0 and <= LongestExtension
            && char.IsAsciiLetter(name[dot + 1]))
            end = dot;
        var form = Array.Find(Forms, form => name.AsSpan(0, end).EndsWith(form, StringComparison.OrdinalIgnoreCase)) ?? "";
        end -= form.Length < end ? form.Length : 0;
        return (name[..end], name[end..]);
    }

    /// <summary>Sets that may have the same texts; read together when the first of them is asked for.</summary>
    private sealed class SameTexts(List<FoundSet> sets)
    {
        private Dictionary<FoundSet, ReadRendition>? read;

        public IEnumerable<AnnotationRecord> Take(
            FoundSet set, Func<FoundSet, ReadingLog, IEnumerable<AnnotationRecord>> reader, ReadingLog log)
        {
            read ??= ReadAll(reader, log);
            read.Remove(set, out var found);
            log.File = set.Files.Main;
            if (!found!.Best.IsEmpty)
            {
                log.CountPassed("articles that another file has too", found.Records.Count);
                log.CountLoss("annotations of articles that another file has too", found.CountMore());
                yield break;
            }

            log.Add(found.Log);
            foreach (var record in found.Records)
                yield return record;
        }

        private Dictionary<FoundSet, ReadRendition> ReadAll(
            Func<FoundSet, ReadingLog, IEnumerable<AnnotationRecord>> reader, ReadingLog log)
        {
            var all = sets.ConvertAll(set => ReadRendition.Read(set, reader, log.CreateLike()));
            foreach (var alike in all.GroupBy(one => NameOf(one.Set), StringComparer.OrdinalIgnoreCase)
                .Select(group => group.ToList())
                .Where(alike => MayBeRenditions(alike.ConvertAll(one => one.Set))))
                FindRenditions(alike);
            FolderCopies.Find([.. all.Where(one => one.Best.IsEmpty)]);
            WholeTexts.Find([.. all.Where(one => one.Best.IsEmpty)]);
            return all.ToDictionary(one => one.Set, (IEqualityComparer<FoundSet>)ReferenceEqualityComparer.Instance);
        }

        private static void FindRenditions(List<ReadRendition> alike)
        {
            foreach (var same in alike.Where(one => one.Text is not null)
                .GroupBy(one => one.Text, StringComparer.Ordinal)
                .Select(group => group.ToList()))
            {
                if (!same.Select(one => FormOf(one.Set)).Distinct().Skip(1).Any())
                    continue;
                var best = same.MaxBy(one => one.Weight)!;
                foreach (var other in same.Where(other => FormOf(other.Set) != FormOf(best.Set)))
                    other.LeaveTo(best);
            }
        }
    }
}
