using Graph.Query.Types;

namespace Graph.Query.Functions;

/// <summary>The type of a value as Cypher 25 writes it: <c>LIST&lt;INTEGER NOT NULL> NOT NULL</c>.</summary>
internal static class TypeNames
{
    public static string Of(Value value) => value.IsNull ? "NULL" : $"{Name(value)} NOT NULL";

    private static string Name(Value value) => value.Kind == ValueKind.List ? $"LIST<{OfItems(value.AsList())}>" : $"{TypeLattice.Of(value.Kind)}";

    // Each type of an element once, in the order of their names.
    private static string OfItems(ListValue list)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var hasNull = false;
        foreach (var item in list.Span)
        {
            hasNull |= item.IsNull;
            if (!item.IsNull)
                names.Add(Name(item));
        }

        if (names.Count == 0)
            return hasNull ? "NULL" : "NOTHING";
        return string.Join(" | ", names.Select(name => hasNull ? name : $"{name} NOT NULL"));
    }
}
