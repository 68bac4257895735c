namespace Graph.Query.Execution;

/// <summary>What is remembered of a column's codes, for as long as they mean the same.</summary>
internal sealed class CodeMemo
{
    private object? space;
    private CodeNumbers numbers = new();

    public CodeNumbers Of(Column column)
    {
        if (space != column.CodeSpace)
            numbers = new CodeNumbers();
        space = column.CodeSpace;
        return numbers;
    }
}
