namespace Graph.Annotations;

/// <summary>Where what belongs to a file may stand, if not beside it.</summary>
internal static class NearFolders
{
    // Where each document has a folder of its own, no other has what belongs to it, and to look into all takes the square of their number.
    private const int Most = 64;

    /// <summary>What folders of texts are called.</summary>
    public static readonly ImmutableArray<string> Texts = ["text", "texts", "txt", "raw"];

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
