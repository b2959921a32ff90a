"""What voices are measured on: sentences to learn from and others to be judged by."""

LEARNT = (
    "My mother bought five big apples for Bob.",
    "We never knew what the weather would bring.",
    "Please put the paper boat on the blue pond.",
    "He shouted over the noise of the train.",
    "Every morning she feeds the two small birds.",
    "You should choose a shoe that fits you.",
    "Follow the river until you see the old mill.",
    "A warm wind moved over the open field.",
    "Bring me the map from the bottom drawer.",
    "The judge asked why the boy was so late.",
    "Look how the moon shines above the roof.",
    "They jumped over the fence and ran home.",
)
JUDGED = (
    "Keep your elbow in and follow through.",
    "The boat is tipping over, hold on tight.",
    "Nice shot, let's try that again from the corner.",
    "I have never seen the ocean this calm before.",
    "Watch out for the wave behind you!",
    "Could you please pass me the blue bottle on the table?",
    "We are going to the beach tomorrow morning.",
    "My dog loves to chase the ball in the park.",
    "That was close, you almost fell off the board.",
    "Welcome to the show, ladies and gentlemen.",
    "The train leaves at seven, don't be late.",
    "She opened the window and looked at the snow.",
    "Everyone stay calm and walk to the exit.",
    "Bend your knees and keep your weight low.",
    "This is the best birthday party I have ever had.",
)
