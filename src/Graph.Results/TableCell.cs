namespace Graph.Results;

/// <summary>One value of a result as people see it.</summary>
internal readonly record struct TableCell(string Text, bool IsNumber, bool IsNull, bool IsQualified)
{
    public static TableCell Create(Value value, ValueFormatter formatter, GraphStore store) =>
        new(formatter.FormatAlone(value), value.IsNumber, value.IsNull, QualifiedFacts.Contains(store, value));

    /// <summary>A fact that is only claimed must not look like one that is stated, nor nothing like the word <c>null</c>.</summary>
    public Terminal.TextStyle Style => IsNull ? Terminal.TextStyle.Faint : IsQualified ? Terminal.TextStyle.Type : Terminal.TextStyle.Plain;
}
