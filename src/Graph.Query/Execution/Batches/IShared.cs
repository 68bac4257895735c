namespace Graph.Query.Execution;

/// <summary>Something that is made once a run, before the steps that use it are dealt to several cores.</summary>
internal interface IShared
{
    void Prepare(ExecutionState state, Argument argument);
}
