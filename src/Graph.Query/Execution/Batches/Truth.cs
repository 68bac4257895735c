namespace Graph.Query.Execution;

/// <summary>A truth value of three-valued logic.</summary>
internal enum Truth : byte
{
    False,
    True,
    Unknown,
}

internal static class Truths
{
    public static Truth Of(bool? isTrue) => isTrue switch
    {
        true => Truth.True,
        false => Truth.False,
        null => Truth.Unknown,
    };
}
