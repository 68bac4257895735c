namespace Graph.Tck.Results;

/// <summary>Values of a parameter table as values of the language; graph elements cannot be given.</summary>
public static class TckParameter
{
    public static Value ToValue(TckValue value) => value switch
    {
        TckScalar scalar => scalar.Value,
        TckList list => Value.FromList(new ListValue([.. list.Items.Select(ToValue)])),
        TckMap map => Value.FromMap(new MapValue([.. map.Entries.Select(entry => KeyValuePair.Create(entry.Key, ToValue(entry.Value)))])),
        _ => throw new FormatException("A node, a relation or a path cannot be a parameter."),
    };
}
