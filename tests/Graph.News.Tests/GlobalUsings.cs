global using Graph.Core;
global using Graph.Testing;
