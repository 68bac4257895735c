namespace Graph.Annotations;

/// <summary>
/// Texts in which nothing is marked, or too little to be known by it, in a folder where most others are marked: articles of the same
/// corpus that name nothing.
/// </summary>
internal static class UnmarkedFiles
{
    private const int LeastMarked = 3;

    // Lines of words and columns are shorter.
    private const int LeastLine = 40;

    /// <summary>Takes them out of the folder; as many at most as there are marked ones of their extension.</summary>
    public static IEnumerable<AnnotationFile> Take(FolderListing folder, IEnumerable<AnnotationFile> marked)
    {
        foreach (var alike in marked.GroupBy(file => file.Extension).Where(group => group.Key != ".xml"))
        {
            var others = folder.Remaining.Where(file => file.Extension == alike.Key && file.Name != folder.Only && IsProse(file)).ToList();
            if (!AreFew(others.Count, alike.Count()))
                continue;
            others.ForEach(folder.Take);
            foreach (var file in others)
                yield return file;
        }
    }

    /// <summary>Whether so many may be of the same corpus as those that are marked.</summary>
    public static bool AreFew(int unmarked, int marked) => marked >= LeastMarked && unmarked <= marked;

    public static bool IsProse(AnnotationFile file) =>
        !SkipReason.IsCompanion(file)
        && !file.Head.AsSpan().ContainsAny('\0', '\t')
        && file.Head.Split('\n').Any(line =>
            line.Length >= LeastLine && !TagSequence.IsTag(line[(line.TrimEnd().LastIndexOf(' ') + 1)..].Trim()));
}
