// The least a program can cost: the measure for the start of others.
int main() { return 0; }
