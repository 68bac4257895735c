namespace Graph.Annotations;

/// <summary>
/// Files that hold all that others hold, in whatever order: <c>train.conll</c> beside a file for each of its documents, training and
/// development data in one, all texts in one table beside standoff for each.
/// </summary>
internal static class WholeTexts
{
    // More is not read at once.
    private const int MostFiles = 10_000;
    private const long MostBytes = 64 << 20;
    private const int HeadLength = 32;

    /// <summary>Whether a corpus has several formats, or files of one format that begin alike, and is not too large to see.</summary>
    public static bool MayBeAmong(FoundCorpus corpus)
    {
        var sets = corpus.Folders.SelectMany(folder => folder.Sets).Take(MostFiles + 1).ToList();
        return sets.Count is > 1 and <= MostFiles
            && sets.Sum(set => set.Files.Main.Length) <= MostBytes
            && (sets.Select(set => set.Format).Distinct().Skip(1).Any() || BeginAlike(sets));
    }

    /// <summary>Leaves each set whose text others have, a part each, to these; or them to it where it says more.</summary>
    public static void Find(List<ReadRendition> sets)
    {
        var parts = new PartsByStart(sets.Where(set => set.Letters.Length > 0));
        foreach (var whole in sets.Where(set => set.Letters.Length > 0).OrderByDescending(set => set.Letters.Length))
        {
            if (!whole.Best.IsEmpty || FindParts(whole, parts) is not { } found)
                continue;
            if (whole.Weight.Annotations <= found.Sum(part => part.Weight.Annotations))
                whole.LeaveTo([.. found]);
            else
                found.ForEach(part => part.LeaveTo(ImmutableArray.Create(whole)));
        }
    }

    private static bool BeginAlike(List<FoundSet> sets) => sets.Count > 2
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
        // Two files of one format with one text are two on purpose, such as those of two annotators.
        return found.Count > 1 || (found.First().Set.Format != whole.Set.Format && whole.IsLong) ? [.. found] : null;
    }

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
