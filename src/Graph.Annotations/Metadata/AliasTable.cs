namespace Graph.Annotations;

/// <summary>A row of <c>aliases.csv</c>: what a surface names in the articles of its folder and those below.</summary>
/// <param name="Type">The label that the surface must have, or null for any.</param>
/// <param name="Name">What the entity is to be called, or null to leave that to the texts.</param>
internal sealed record AliasRow(string Surface, string? Type, string EntityId, string? Reason, string? Name, string Folder,
    SourcePlace Place)
{
    public string Because =>
        $"{Place.Source.Path}:{Place.Source.GetPosition(Place.Span.Start).Line}{(string.IsNullOrEmpty(Reason) ? "" : $" ({Reason})")}";
}

/// <summary>Reads alias files: <c>surface,type,entity id,reason</c>, and <c>name</c> where it has that column.</summary>
internal static class AliasTable
{
    public const string FileName = "aliases.csv";
    private static readonly string[] Columns = ["surface", "type", "entity id", "reason", "name"];

    public static IReadOnlyList<AliasRow> Read(AnnotationFile file, ReadingLog log)
    {
        var table = DelimitedTable.Read(file.ReadText(log), Columns, required: ["surface", "entity id"], log);
        var rows = new List<AliasRow>();
        foreach (var row in table)
        {
            var (surface, id) = (row["surface"], row["entity id"]);
            if (surface is null || id is null)
                log.ReportMalformed(ReadingDiagnostics.Malformed(row.Place, "alias", "it needs a surface and an entity id"));
            else
                rows.Add(new AliasRow(surface, row["type"], id.TrimStart('#'), row["reason"], row["name"], file.Folder, row.Place));
        }

        return rows;
    }
}
