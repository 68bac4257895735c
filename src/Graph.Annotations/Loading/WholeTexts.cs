using System.Numerics;

namespace Graph.Annotations;

/// <summary>
/// Files that hold all that others hold, in whatever order: <c>train.conll</c> beside a file for each of its documents, training and
/// development data in one, all texts in one table beside standoff for each.
/// </summary>
internal static class WholeTexts
{
    private const int HeadLength = 32;
    private const int MostShuffled = 64;
    private const double MostLost = 0.1;

    /// <summary>Whether there are several formats, or files of one format that begin alike or are together as long as another.</summary>
    public static bool MayBeAmong(IReadOnlyList<FoundSet> sets) =>
        sets.Select(set => set.Format).Distinct().Skip(1).Any()
        || BeginAlike(sets)
        || sets.GroupBy(set => set.Files.Main.Folder).Any(folder => AddUp([.. folder.Select(set => set.Files.Main.Length)]));

    /// <summary>Leaves each set whose text others have, a part each, to these; or them to it where it says more.</summary>
    public static void Find(List<ReadRendition> sets)
    {
        var parts = new PartsByStart(sets.Where(set => set.Letters.Length > 0));
        var mayBeShuffled = sets.Where(set => set.ByArticle.Length > 1).Take(MostShuffled + 1).Count() <= MostShuffled;
        foreach (var whole in sets.Where(set => set.Letters.Length > 0).OrderByDescending(set => set.Letters.Length))
        {
            var found = whole.Best.IsEmpty ? FindParts(whole, parts) : [];
            if (found is null && mayBeShuffled && whole.ByArticle.Length > 1)
                found = FindShuffled(whole, sets);
            if (found is null or [])
                continue;
            if (whole.Weight.Annotations <= found.Sum(part => part.Weight.Annotations))
            {
                if (SayHardlyMore([whole], found))
                    whole.LeaveTo([.. found]);
            }
            else if (SayHardlyMore(found, [whole]))
            {
                found.ForEach(part => part.LeaveTo(ImmutableArray.Create(whole)));
            }
        }
    }

    // Files of one text may have its names, its events and its chains.
    private static bool SayHardlyMore(IReadOnlyCollection<ReadRendition> sets, IReadOnlyCollection<ReadRendition> than) =>
        ReadRendition.CountMore(sets, than) <= sets.Sum(set => set.Weight.Annotations) * MostLost;

    /// <summary>Whether some of a few files are together about as long as another.</summary>
    private static bool AddUp(ImmutableArray<long> lengths)
    {
        const int Fewest = 3;
        const int Most = 12;
        if (lengths.Length is < Fewest or > Most)
            return false;
        return Enumerable.Range(1, (1 << lengths.Length) - 1).Where(some => BitOperations.PopCount((uint)some) > 1).Any(some =>
        {
            var sum = lengths.Where((_, index) => (some & (1 << index)) != 0).Sum();
            return lengths.Where((_, index) => (some & (1 << index)) == 0).Any(length => IsAbout(sum, length));
        });
    }

    // The brackets of a list, a header or a last line end.
    private static bool IsAbout(long sum, long length) => Math.Abs(sum - length) <= Math.Max(64, length / 100);

    private static bool BeginAlike(IReadOnlyList<FoundSet> sets) => sets.Count > 2
        && sets.Select(set => ReadHead(set.Files.Main)).Where(head => head.Length > 0).CountBy(head => head).Any(head => head.Value > 1);

    /// <summary>The first bytes of a file; empty for XML, whose files all begin alike.</summary>
    private static string ReadHead(AnnotationFile file)
    {
        Span<byte> head = stackalloc byte[HeadLength];
        using var stream = file.Length == 0 ? Stream.Null : File.OpenRead(file.FullPath);
        head = head[..stream.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false)];
        return head is [] or [(byte)'<', ..] ? "" : Convert.ToHexString(head);
    }

    /// <summary>The sets whose texts, one behind the other, are that of another; null where they are not.</summary>
    private static List<ReadRendition>? FindParts(ReadRendition whole, PartsByStart parts)
    {
        var found = new HashSet<ReadRendition>(ReferenceEqualityComparer.Instance) { whole };
        for (var position = 0; position < whole.Letters.Length;)
        {
            if (parts.Find(whole.Letters.AsSpan(position), found) is not { } part)
                return null;
            found.Add(part);
            position += part.Letters.Length;
        }

        found.Remove(whole);
        return Accept(whole, [.. found]);
    }

    /// <summary>The sets whose articles are together those of another, in any order; null where they are not.</summary>
    private static List<ReadRendition>? FindShuffled(ReadRendition whole, List<ReadRendition> sets)
    {
        var rest = whole.ByArticle.CountBy(article => article).ToDictionary(StringComparer.Ordinal);
        var left = whole.ByArticle.Length;
        var found = new List<ReadRendition>();
        foreach (var part in sets.Where(set => set != whole && set.Best.IsEmpty && set.ByArticle.Length <= whole.ByArticle.Length)
            .OrderByDescending(set => set.ByArticle.Length))
        {
            var own = part.ByArticle.CountBy(article => article).ToList();
            if (own.Count == 0 || !own.TrueForAll(article => rest.GetValueOrDefault(article.Key) >= article.Value))
                continue;
            own.ForEach(article => rest[article.Key] -= article.Value);
            left -= part.ByArticle.Length;
            found.Add(part);
        }

        return left == 0 ? Accept(whole, found) : null;
    }

    /// <summary>Two files of one format with one text are two on purpose, such as those of two annotators.</summary>
    private static List<ReadRendition>? Accept(ReadRendition whole, List<ReadRendition> parts) =>
        parts.Count > 1 || (parts[0].Set.Format != whole.Set.Format && whole.IsLong) ? parts : null;

    /// <summary>Texts by their first letters.</summary>
    private sealed class PartsByStart
    {
        private const int StartLength = 24;
        private readonly Dictionary<string, List<ReadRendition>> starts;
        private readonly List<int> lengths;

        public PartsByStart(IEnumerable<ReadRendition> parts)
        {
            starts = parts.GroupBy(part => part.Letters[..Math.Min(StartLength, part.Letters.Length)], StringComparer.Ordinal).ToDictionary(
                group => group.Key, group => group.OrderByDescending(part => part.Letters.Length).ToList(), StringComparer.Ordinal);
            lengths = [.. starts.Keys.Select(start => start.Length).Distinct().OrderDescending()];
        }

        /// <summary>The longest part that a text begins with and that counts, of those that are not taken.</summary>
        public ReadRendition? Find(ReadOnlySpan<char> text, HashSet<ReadRendition> taken)
        {
            var bySpan = starts.GetAlternateLookup<ReadOnlySpan<char>>();
            foreach (var length in lengths)
            {
                if (length > text.Length || !bySpan.TryGetValue(text[..length], out var parts))
                    continue;
                foreach (var part in parts)
                {
                    if (part.Best.IsEmpty && !taken.Contains(part) && text.StartsWith(part.Letters, StringComparison.Ordinal))
                        return part;
                }
            }

            return null;
        }
    }
}
