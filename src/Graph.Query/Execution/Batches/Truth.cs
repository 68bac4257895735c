namespace Graph.Query.Execution;

/// <summary>A truth value of three-valued logic.</summary>
internal enum Truth : byte
{
    False,
    True,
    Unknown,
}
