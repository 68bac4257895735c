namespace Graph.Annotations;

/// <summary>
/// The headers of Neo4j's import and export tools, which say what a table is without any settings: <c>personId:ID(Person)</c>,
/// <c>age:int</c>, <c>:LABEL</c>; <c>:START_ID(Person)</c>, <c>:END_ID</c>, <c>:TYPE</c>.
/// </summary>
internal static class Neo4jHeader
{
    private const char Separator = ';';

    public static bool IsHeader(string line) =>
        line.Contains(":ID", StringComparison.Ordinal)
        || (line.Contains(":START_ID", StringComparison.Ordinal) && line.Contains(":END_ID", StringComparison.Ordinal));

    /// <summary>The table of nodes that a header names; null where it is none.</summary>
    public static NodeTable? ReadNodes(AnnotationFile file, ImmutableArray<string> header)
    {
        if (header.FirstOrDefault(name => GetKind(name) is "ID") is not { } id)
            return null;
        var label = header.FirstOrDefault(name => GetKind(name) is "LABEL");
        return new NodeTable(
            file.Name,
            label is null ? [file.Stem] : [],
            label,
            id,
            GetSpace(id),
            ReadShape(header),
            SourcePlace.StartOf(file))
        {
            LabelSeparator = Separator,
        };
    }

    /// <summary>The table of relations that a header names; null where it is none.</summary>
    public static EdgeTableFile? ReadEdges(AnnotationFile file, ImmutableArray<string> header)
    {
        var source = header.FirstOrDefault(name => GetKind(name) is "START_ID");
        var target = header.FirstOrDefault(name => GetKind(name) is "END_ID");
        if (source is null || target is null)
            return null;
        var type = header.FirstOrDefault(name => GetKind(name) is "TYPE");
        return new EdgeTableFile(file.Name, type is null
            ? file.Stem
            : null, type, new TableEnd(source, GetSpace(source)), new TableEnd(target, GetSpace(target)),
            null, null, null, ReadShape(header), SourcePlace.StartOf(file));
    }

    /// <summary>Names without their types; columns without a name are for the tool and no properties.</summary>
    private static TableShape ReadShape(ImmutableArray<string> header)
    {
        var rename = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var types = ImmutableDictionary.CreateBuilder<string, TableType>(StringComparer.Ordinal);
        var ignored = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var column in header)
        {
            var colon = column.IndexOf(':');
            if (colon < 0)
                continue;
            if (colon == 0 || GetKind(column) is "IGNORE" or "START_ID" or "END_ID" or "TYPE" or "LABEL")
                ignored.Add(column);
            rename[column] = column[..colon];
            if (TableDialects.ParseType(column[(colon + 1)..]) is { } type)
                types[column] = type;
        }

        return new TableShape(null, [], rename.ToImmutable(), types.ToImmutable(), ignored.ToImmutable());
    }

    /// <summary>What stands behind the last colon, without the space of ids.</summary>
    private static string GetKind(string column)
    {
        var kind = column[(column.IndexOf(':') + 1)..];
        var end = kind.AsSpan().IndexOfAny('(', '{');
        return !column.Contains(':') ? "" : end < 0 ? kind : kind[..end];
    }

    /// <summary>Ids without a space are those of all tables.</summary>
    private static string GetSpace(string column) =>
        column.IndexOf('(') is > 0 and var start && column.IndexOf(')', start) is > 0 and var end
            ? $"neo4j:{column[(start + 1)..end]}"
            : "neo4j:";
}
