namespace Graph.Query.Functions;

/// <summary>Appends what a function makes of a string, both in UTF-8.</summary>
/// <returns>False where it makes null.</returns>
internal delegate bool TextTransform(ReadOnlySpan<byte> text, TextBuffer target);

/// <summary>
/// What a function does to the UTF-8 of its first argument.
/// </summary>
/// <param name="others">The other arguments, which are the same for every row.</param>
/// <returns>Null for arguments that are left to the function itself, such as those it refuses.</returns>
internal delegate TextTransform? TextKernel(ReadOnlySpan<Value> others);
