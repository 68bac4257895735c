namespace Graph.Query.Execution;

/// <summary>How values can be put in order by numbers.</summary>
internal enum OrderForm
{
    /// <summary>There are no values.</summary>
    None,

    Integers,

    /// <summary>Integers and floats.</summary>
    Numbers,

    /// <summary>Ids of one sorted dictionary.</summary>
    Ranks,

    /// <summary>Strings of several dictionaries, or of one in row order.</summary>
    Texts,

    /// <summary>Partial dates.</summary>
    Days,

    /// <summary>Anything else: by the values.</summary>
    Values,
}
