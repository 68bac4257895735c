using System.Runtime.CompilerServices;

namespace Graph.Benchmarks;

/// <summary>What a folder of tables holds: how Graph reads them, and how the peers declare and copy them.</summary>
internal sealed record DataSet(string CorpusFile, string PeerSchema)
{
    /// <summary>Known by a table that only one of the two has; null for annotated articles and stored graphs.</summary>
    public static DataSet? Find(string folder) =>
        File.Exists(Path.Combine(folder, "nodes_article.csv"))
            ? new DataSet(FindFile("tables.corpus.yaml"), FindFile("peers/articles.json"))
        : File.Exists(Path.Combine(folder, "nodes_forum.csv")) ? new DataSet(FindFile("social.corpus.yaml"), FindFile("peers/social.json"))
        : null;

    public static string FindFile(string name, [CallerFilePath] string sourceFile = "") =>
        Path.Combine(Path.GetDirectoryName(sourceFile)!, name);
}
