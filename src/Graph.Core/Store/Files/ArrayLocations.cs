using Apache.Arrow;
using Apache.Arrow.Types;

namespace Graph.Core;

/// <summary>Where the buffers of a written array lie, by what they hold; those of its children by their names.</summary>
internal sealed class ArrayLocations
{
    private readonly BufferLocation? offsets;
    private readonly BufferLocation? values;
    private readonly Dictionary<string, ArrayLocations> children = new(StringComparer.Ordinal);
    private readonly ArrayLocations? dictionary;

    public ArrayLocations(ArrayData data, Func<ArrowBuffer, BufferLocation> locate)
    {
        // The layouts of the Arrow format, as far as the store has such columns.
        var type = data.DataType.TypeId;
        Validity = locate(data.Buffers[0]);
        offsets = type is ArrowTypeId.String or ArrowTypeId.List ? locate(data.Buffers[1]) : null;
        values = type is ArrowTypeId.Struct or ArrowTypeId.List ? null : locate(data.Buffers[^1]);
        if (data.DataType is NestedType nested)
        {
            foreach (var (field, child) in nested.Fields.Zip(data.Children))
                children.Add(field.Name, new ArrayLocations(child, locate));
        }

        dictionary = data.Dictionary is null ? null : new ArrayLocations(data.Dictionary, locate);
    }

    public BufferLocation Validity { get; }

    /// <summary>Of strings and lists.</summary>
    public BufferLocation Offsets => offsets ?? throw Missing("offsets");

    /// <summary>Numbers, truth values, places in the dictionary; of strings their bytes.</summary>
    public BufferLocation Values => values ?? throw Missing("values");

    /// <summary>The items of a list.</summary>
    public ArrayLocations Items => this[ArrowArrays.ItemField];

    /// <summary>The strings that values are places of.</summary>
    public ArrayLocations Dictionary => dictionary ?? throw Missing("a dictionary");

    /// <summary>A field of a struct.</summary>
    public ArrayLocations this[string child] => children.GetValueOrDefault(child) ?? throw Missing($"a child '{child}'");

    private static InvalidOperationException Missing(string what) => new($"An array of this type was written without {what}.");
}

/// <summary>Where the columns of one table lie, which may stand in several segments.</summary>
/// <param name="segments">The columns of each in their order; there when all is written.</param>
internal sealed class ColumnLocations(IReadOnlyList<IReadOnlyList<(string Name, ArrayLocations Array)>> segments)
{
    /// <summary>The columns in the order in which they were added.</summary>
    public IEnumerable<ArrayLocations> InOrder => segments.SelectMany(columns => columns).Select(column => column.Array);

    /// <summary>A column by its name. The store's own stand behind the properties, which may be called anything.</summary>
    public ArrayLocations this[string name] => segments.SelectMany(columns => columns).Last(column => column.Name == name).Array;
}
