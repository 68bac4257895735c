namespace Graph.Annotations;

/// <summary>What becomes of a property that is given more than once.</summary>
internal static class PropertyValues
{
    public static bool AreSame(Value left, Value right) => left.Kind == right.Kind && ValueText.Format(left) == ValueText.Format(right);

    /// <summary>One list of all different values, in the order in which they are given; one value stays one.</summary>
    public static Value Join(Value first, Value second)
    {
        var all = new List<Value>();
        foreach (var item in AsItems(first).Concat(AsItems(second)))
        {
            if (!all.Exists(present => AreSame(present, item)))
                all.Add(item);
        }

        return all.Count == 1 && first.Kind != ValueKind.List ? first : Value.FromList([.. all]);
    }

    private static IEnumerable<Value> AsItems(Value value) => value.Kind == ValueKind.List ? value.AsList() : [value];
}
