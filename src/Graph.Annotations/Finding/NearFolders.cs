namespace Graph.Annotations;

/// <summary>Where what belongs to a file may stand, if not beside it.</summary>
internal static class NearFolders
{
    // Where each document has a folder of its own, no other has what belongs to it, and to look into all takes the square of their number.
    private const int Most = 64;
    private const int MostAbove = 2;
    private const int DeepestTree = 3;

    /// <summary>What folders of texts are called.</summary>
    public static readonly ImmutableArray<string> Texts = ["text", "texts", "txt", "raw"];

    /// <summary>
    /// The folders in the one of a file; as far as the user named more than that, also those above and in these. Only what is there.
    /// </summary>
    /// <param name="isAlone">Who names a folder means what is in it; who names one file has its text near.</param>
    public static ImmutableArray<string> Around(AnnotationFile file, bool isAlone)
    {
        var near = List(file.Folder).ToList();
        var above = file.Folder;
        var depth = isAlone ? MostAbove : file.RelativePath.Count(character => character == '/');
        for (var level = 1; level <= Math.Min(DeepestTree, depth) && Path.GetDirectoryName(above) is { } parent; level++)
        {
            if (level <= MostAbove)
                near.Add(parent);
            var below = Path.GetRelativePath(above, file.Folder);
            foreach (var beside in List(parent).Where(path => path != above))
            {
                // Texts of several kinds of files have a folder in that of all, such as 'articles/txt'.
                if (level <= MostAbove)
                    near.AddRange([beside, .. Texts.Select(name => Path.Combine(beside, name)).Where(Directory.Exists)]);
                // Two trees of the same folders, as of texts and annotations by topic and language.
                if (level > 1 && Path.Combine(beside, below) is var twin && Directory.Exists(twin))
                    near.Add(twin);
            }

            above = parent;
        }

        return [.. near];
    }

    /// <summary>The folders in one and, where these are few, those in each of them.</summary>
    public static ImmutableArray<string> ListBelow(string folder)
    {
        var near = List(folder);
        var below = near.SelectMany(path => List(path)).ToImmutableArray();
        return near.Length + below.Length > Most ? near : [.. near, .. below];
    }

    /// <summary>The folders in one, in order; of very many only those that are called as folders of texts are.</summary>
    public static ImmutableArray<string> List(string folder)
    {
        var few = Directory.EnumerateDirectories(folder).Where(path => Path.GetFileName(path)[0] != '.').Take(Most + 1).ToList();
        return few.Count > Most
            ? [.. Texts.Select(name => Path.Combine(folder, name)).Where(Directory.Exists)]
            : [.. few.Order(StringComparer.Ordinal)];
    }
}
