namespace Graph.Query.Execution;

/// <summary>Which numbers a column holds beside nulls.</summary>
internal enum NumberForm
{
    /// <summary>Not only numbers, or both kinds.</summary>
    Other,

    Integers,
    Floats,
}
