namespace Graph.Export;

/// <summary>The list of all formats that hold a graph in a folder of files of their own kind.</summary>
public static class FolderFormats
{
    public static readonly ImmutableArray<FolderFormat> All =
    [
        new("neo4j", "CSV files with the headers of Neo4j's bulk import", Neo4jTables.Write),
        new("native", "Annotated articles in Graph's own Markdown", NativeWriter.Write),
        new("brat", "Annotated articles for brat: texts and standoff files", BratWriter.Write),
        new("webannotation", "Annotated articles as W3C Web Annotations beside their texts", WebAnnotationWriter.Write),
    ];

    public static FolderFormat? FindByName(string name) => All.FirstOrDefault(format => format.Name == name);
}
