namespace Graph.Query.Algorithms;

/// <summary>The weight of edges: a property that must be a number and not negative; 1 where an edge does not have it.</summary>
internal static class EdgeWeight
{
    /// <param name="property">Null for a weight of 1 everywhere.</param>
    public static Func<int, double> Create(string procedure, GraphStore store, string? property)
    {
        if (property is null)
            return _ => 1;

        return edge => Read(procedure, property, store.GetEdgeProperty(edge, property));
    }

    private static double Read(string procedure, string property, Value value)
    {
        if (value.IsNull)
            return 1;
        if (!value.IsNumber)
            throw RuntimeErrors.WrongArgument($"The weight '{property}' of {procedure}", "a number", value);

        return value.AsNumber() is >= 0 and <= double.MaxValue
            ? value.AsNumber()
            : throw RuntimeErrors.OutOfRange($"The weight '{property}'", procedure);
    }
}
