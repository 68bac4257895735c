namespace Graph.Annotations;

/// <summary>
/// Folders whose files another folder has too, called alike and annotated alike: original and processed, IOB2 and BIOES, with notes and
/// without. Where one file differs, as those of two annotators do, all count.
/// </summary>
internal static class FolderCopies
{
    private const int LeastLength = 80;

    /// <summary>Whether files of two folders are called alike and as long.</summary>
    public static bool MayBeAmong(IReadOnlyList<FoundSet> sets) =>
        sets.SelectMany(set => set.Files.Files)
            .Where(file => file.Length >= LeastLength)
            .CountBy(file => (file.Name, file.Length))
            .Any(same => same.Value > 1);

    /// <summary>Leaves each folder that is a copy to the one that says more, or comes first.</summary>
    public static void Find(List<ReadRendition> sets)
    {
        var folders = sets.GroupBy(set => (set.Set.Files.Main.Folder, set.Set.Format)).Select(group => group.ToList()).ToList();
        foreach (var alike in folders.GroupBy(folder => (folder[0].Set.Format, folder[0].Set.Files.Main.Name, folder[0].Letters)))
        {
            var originals = new List<Dictionary<string, ReadRendition>>();
            foreach (var folder in alike.OrderByDescending(folder => folder.Sum(set => set.Weight.Annotations)))
            {
                var original = originals.Find(other => folder.TrueForAll(set =>
                    other.TryGetValue(set.Set.Files.Main.Name, out var same) && set.IsCopyOf(same)));
                if (original is not null)
                    folder.ForEach(set => set.LeaveTo(original[set.Set.Files.Main.Name]));
                else
                    originals.Add(folder.ToDictionary(set => set.Set.Files.Main.Name, StringComparer.Ordinal));
            }
        }
    }
}
